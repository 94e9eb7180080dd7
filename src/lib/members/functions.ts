import { FUNCTIONS, NETWORK_FUNCTIONS } from '#domain/functions.ts';

/** As what somebody can take part in a werkplaats. */
export const WERKPLAATS_FUNCTIONS = FUNCTIONS.filter((f) => !NETWORK_FUNCTIONS.includes(f));
