import { isLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';

// The language of a page is that in which the server made it: to change it is to open it anew. Each sentence would read
// the cookie otherwise.
const { lang } = document.documentElement;
if (isLocale(lang)) overwriteGetLocale(() => lang);
