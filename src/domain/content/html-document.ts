import { renderHtml } from './html.ts';
import type { Content } from './schema.ts';
import { escapeHtml } from './serialize.ts';
import type { TextLanguage } from './words.ts';

// Fonts that every reader has: the page must look right from a disk, without our server.
const CSS = `
:root { color-scheme: light dark; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 3rem 1rem; max-width: 39rem; font: 1.125rem/1.65 'Source Serif 4', Georgia, 'Times New Roman', serif; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.2; margin: 1.6em 0 .4em; } h1 { font-size: 2.25rem; margin-top: 0; } h2 { font-size: 1.5rem; } h3 { font-size: 1.25rem; } h4 { font-size: 1.125rem; }
p, ul, ol, pre { margin: 0 0 1em; } li > p, td > p, th > p { margin: 0; }
blockquote { margin: 1.5em 0; padding-left: 1em; border-left: 3px solid; font-style: italic; } blockquote footer { font: .875rem/1.4 Verdana, sans-serif; font-style: normal; }
.callout { margin: 1.5em 0; padding: 1em 0; border-block: 1.5px solid; } .callout-label { font: 600 .875rem/1.4 Verdana, sans-serif; margin: 0 0 .4em; } .callout :last-child { margin-bottom: 0; }
ul[data-type='taskList'] { list-style: none; padding: 0; } ul[data-type='taskList'] > li { display: flex; gap: .6em; } ul[data-type='taskList'] > li > div { flex: 1; }
.table-wrap { overflow-x: auto; margin: 1em 0; } table { border-collapse: collapse; width: 100%; font: .9375rem/1.4 Verdana, sans-serif; } td, th { border-bottom: 1px solid #8886; padding: .5em; text-align: left; vertical-align: top; } th { border-bottom: 1.5px solid; }
pre { overflow-x: auto; padding: .75em; border: 1px solid #8886; } code { font: .9em ui-monospace, monospace; }
hr { border: 0; border-top: 1px solid; margin: 2em 0; }
@media print { body { padding: 0; max-width: none; font-size: 11pt; } h1, h2, h3, h4 { break-after: avoid; } blockquote, tr, .callout { break-inside: avoid; } a { color: inherit; } }
`.trim();

/** The text as one complete page that can be kept, mailed and printed; nothing in it loads or runs. */
export function renderHtmlDocument(
	title: string,
	content: Content,
	language: TextLanguage
): string {
	const name = escapeHtml(title);
	return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${name}</title>
<style>
${CSS}
</style>
</head>
<body>
<main>
<h1>${name}</h1>
${renderHtml(content, { language, scrollRegions: true })}
</main>
</body>
</html>
`;
}
