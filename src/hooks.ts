import type { Transporter } from '@sveltejs/kit/hooks';
import { DrawnText } from '#lib/editor/drawn-text.ts';

const drawnText: Transporter<unknown, DrawnText['told']> = {
	encode: (value) => value instanceof DrawnText && value.told,
	decode: DrawnText.from
};

/** What the data of a page may hold beside what JSON can. */
export const transport = { DrawnText: drawnText };
