// Stands in for @floating-ui/dom in what a browser gets (`vite.config.ts`): Tiptap's suggestion brings it along to
// place a menu, which here is placed by `ui/place-at.ts`. Twelve kilobytes of script that would never run.

const placed = (): never => {
	throw new Error('menus are placed by ui/place-at.ts');
};

export const computePosition = placed;
export const autoUpdate = placed;
/** Made when the editor begins, and given to `computePosition` alone. */
export const offset = () => null;
export const flip = () => null;
