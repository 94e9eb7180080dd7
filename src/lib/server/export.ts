import { renderHtmlDocument } from '#domain/content/html-document.ts';
import { renderMarkdown } from '#domain/content/markdown.ts';
import type { Content } from '#domain/content/schema.ts';
import type { Actor } from '#domain/facts.ts';
import { authorize } from '#domain/policy.ts';
import { findOneDocumentFacts } from '#db/queries/facts.ts';
import { NotFound } from '#domain/errors.ts';
import type { Context } from './context.ts';
import { openDocument, type OpenedDocument } from './documents.ts';
import { recordEvent } from './events.ts';
import { readTexts, type PartSummary } from './parts.ts';
import { refreshText } from './texts.ts';

export const EXPORT_FORMATS = ['md', 'html', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A file to hand over; `name` is safe in a header and on every disk. */
export type ExportedFile = { name: string; type: string; body: string };

/** The document as a file, with everything that is durable at this moment and that the asker may read. */
export async function exportDocument(
	context: Context,
	actor: Actor,
	id: string,
	format: ExportFormat
): Promise<ExportedFile> {
	const facts = await findOneDocumentFacts(context.db, id, context.now());
	if (!facts) throw new NotFound();
	authorize(actor, 'export', { type: 'document', document: facts });
	const opened = await openDocument(context, actor, id);
	// A file is passed on, also to who takes part: what is for who guides stays out of it.
	opened.parts = opened.parts.filter(({ kind }) => kind !== 'guide');
	// The stored text runs a little behind the log: a file must not.
	for (const part of opened.parts) await refreshText(context, part.id);
	const texts = await readTexts(context, opened.parts);
	await recordEvent(context.db, {
		name: 'document.exported',
		actorId: actor.id,
		werkplaatsId: facts.werkplaats,
		documentId: id,
		details: { format }
	});
	return { name: `${fileName(opened.title)}.${format}`, ...render(opened, texts, format) };
}

function render(document: OpenedDocument, texts: Map<string, Content>, format: ExportFormat) {
	const contents = document.parts.flatMap((part, nth) => [
		...headingOf(part, document.parts.slice(0, nth)),
		...(texts.get(part.id)?.content ?? [])
	]);
	const whole: Content = { type: 'doc', content: contents };
	switch (format) {
		case 'md':
			return { type: 'text/markdown; charset=utf-8', body: renderMarkdown(document.title, whole) };
		case 'html':
			return {
				type: 'text/html; charset=utf-8',
				body: renderHtmlDocument(document.title, whole, 'nl')
			};
		case 'json':
			return {
				type: 'application/json; charset=utf-8',
				body: JSON.stringify(asJson(document, texts), null, '\t')
			};
	}
}

/** A cycle has a text of its own: in one file with the study its number says where it begins. */
function headingOf({ kind }: PartSummary, before: readonly PartSummary[]): Content[] {
	if (kind !== 'cycle') return [];
	const number = before.filter((part) => part.kind === 'cycle').length + 1;
	const text = `Cyclus ${number}`;
	return [{ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text }] }];
}

function asJson(document: OpenedDocument, texts: Map<string, Content>) {
	const { id, kind, title, state, werkplaats, createdAt, createdBy, changedAt } = document;
	return {
		id,
		kind,
		title,
		state,
		werkplaats: werkplaats.slug,
		themes: document.themes.map((theme) => theme.slug),
		domains: document.domains.map((domain) => domain.slug),
		createdAt,
		createdBy: createdBy.name,
		changedAt,
		parts: document.parts.map((part) => ({
			id: part.id,
			kind: part.kind,
			perspective: part.perspective,
			content: texts.get(part.id) ?? null
		}))
	};
}

function fileName(title: string): string {
	const plain = title
		.normalize('NFKD')
		.replace(/[^\p{Letter}\p{Number}]+/gu, '-')
		.replace(/[^\x20-\x7e]/g, '')
		.replace(/^-+|-+$/g, '')
		.toLowerCase();
	return plain.slice(0, 80) || 'document';
}
