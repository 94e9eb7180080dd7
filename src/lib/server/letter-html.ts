import { escapeHtml } from '#domain/content/serialize.ts';
import { m } from '#lib/paraglide/messages.js';
import type { LetterContent, LetterGroup } from './letter-content.ts';
import { boxWords, type LetterFrame } from './letter-text.ts';

/** Readers of mail know few rules of style; those for the dark go in a sheet, which the better ones read. */
const SHEET = `
body{margin:0;padding:24px 16px;background:#f6f4ef;color:#1d1c1a;font:16px/1.5 system-ui,sans-serif}
main{max-width:560px;margin:0 auto}h1{font-size:20px}h2{font-size:14px;border-bottom:1px solid #d8d3c8;padding-bottom:4px;margin-top:28px}
h3{font-size:17px;margin:18px 0 4px}ul{margin:0;padding:0;list-style:none}li{margin:6px 0}
a{color:#0b5563}blockquote{margin:2px 0 0;padding-left:10px;border-left:2px solid #d8d3c8}
footer{margin-top:32px;padding-top:12px;border-top:1px solid #d8d3c8;font-size:14px}
@media (prefers-color-scheme:dark){body{background:#17191b;color:#ece9e2}h2,blockquote,footer{border-color:#3a3d40}a{color:#7fc7d4}}`;

/** The letter for who reads mail with a page's looks: no pictures, and nothing that is fetched. */
export function letterHtml({ boxes }: LetterContent, title: string, frame: LetterFrame): string {
	const { language: locale, name, publicUrl, unsubscribe } = frame;
	const told = boxes.map(({ box, groups, more }) =>
		[
			`<h2>${escapeHtml(boxWords(box, locale))}</h2>`,
			...groups.map((group) => groupHtml(group, frame)),
			more > 0 ? `<p>${escapeHtml(m.told_letter_more({ count: more }, { locale }))}</p>` : ''
		].join('\n')
	);
	return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title><style>${SHEET}</style></head>
<body><main>
<p>${escapeHtml(m.told_letter_hello({ name }, { locale }))}</p>
${told.join('\n')}
<p>${link(`${publicUrl}/inbox`, m.told_letter_all({}, { locale }))}</p>
<footer><p>${escapeHtml(m.told_letter_why({}, { locale }))}</p>
<p>${link(`${publicUrl}/account#mail`, m.told_letter_change({}, { locale }))} · ${link(unsubscribe, m.told_letter_stop({}, { locale }))}</p></footer>
</main></body>
</html>`;
}

function groupHtml(
	{ title, href, lines, more }: LetterGroup,
	{ publicUrl, language: locale }: LetterFrame
): string {
	const said = lines.map(({ words, quote, href: at }) => {
		const cited = quote ? `<blockquote>${escapeHtml(quote)}</blockquote>` : '';
		return `<li>${link(publicUrl + at, words)}${cited}</li>`;
	});
	const rest =
		more > 0
			? `<li>${link(publicUrl + href, m.told_letter_more({ count: more }, { locale }))}</li>`
			: '';
	return `<h3>${link(publicUrl + href, title)}</h3>\n<ul>${said.join('')}${rest}</ul>`;
}

function link(href: string, words: string): string {
	return `<a href="${escapeHtml(href)}">${escapeHtml(words)}</a>`;
}
