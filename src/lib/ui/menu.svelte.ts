import { createContext } from 'svelte';

/** What a menu tells the items in it. */
export const [menuOf, setMenu] = createContext<{ close: () => void }>();
