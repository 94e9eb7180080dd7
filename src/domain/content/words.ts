/** The languages in which a text names its own parts. */
export type TextLanguage = 'nl' | 'en';

export const CALLOUT_KINDS = ['tip', 'warning', 'source'] as const;
export type CalloutKind = (typeof CALLOUT_KINDS)[number];

/** Words that belong to the text itself (shown, printed and exported), so not to the interface. */
export const CONTENT_WORDS: Record<
	TextLanguage,
	{ callout: Record<CalloutKind, string>; done: string; table: string }
> = {
	nl: {
		callout: { tip: 'Handvat', warning: 'Let op', source: 'Bron' },
		done: 'Gedaan',
		table: 'Tabel'
	},
	en: {
		callout: { tip: 'Tip', warning: 'Note', source: 'Source' },
		done: 'Done',
		table: 'Table'
	}
};

/** The value as a kind of callout; unknown kinds (of a newer schema) read as a tip. */
export function calloutKind(value: unknown): CalloutKind {
	return CALLOUT_KINDS.find((kind) => kind === value) ?? 'tip';
}
