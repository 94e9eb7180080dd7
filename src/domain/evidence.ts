/** What a passage shows: a line, not a text. */
export const SHOWS_MAX = 300;
/** More than a dissertation quotes; each is looked for when the study is opened. */
export const EVIDENCE_MAX = 300;

/** Whether the words still stand there, differ from the quote, or are gone. */
export type EvidenceState = 'stands' | 'changed' | 'lost';
