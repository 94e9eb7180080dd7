/** The werkplaats that somebody looked at last: what the menu shows and new documents begin in. */
export const HERE_COOKIE = 'werkplaats';
