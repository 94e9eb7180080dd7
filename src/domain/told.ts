/** For me: somebody calls or waits for me. Updates: something happened in what I follow. */
export const BOXES = ['mine', 'updates'] as const;
export type Box = (typeof BOXES)[number];

/** `at_once` is within minutes, together with what comes in between. */
export const MAIL_RHYTHMS = ['at_once', 'daily', 'weekly', 'never'] as const;
export type MailRhythm = (typeof MAIL_RHYTHMS)[number];
