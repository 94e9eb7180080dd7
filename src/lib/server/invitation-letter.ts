import { m } from '#lib/paraglide/messages.js';
import type { Letter } from './mail.ts';

type Invited = {
	to: string;
	inviter: string;
	/** Null: the network. */
	werkplaats: string | null;
	link: string;
	days: number;
	until: Date;
};

/** The letter that invites somebody, in the language in which they read. */
export function invitationLetter(
	locale: 'nl' | 'en',
	{ to, inviter, werkplaats, link, days, until }: Invited
): Letter {
	const place = werkplaats ?? m.people_letter_network({}, { locale });
	return {
		to,
		until,
		subject: m.people_letter_subject({ place }, { locale }),
		text: [
			m.people_letter_hello({}, { locale }),
			m.people_letter_invited({ inviter, place }, { locale }),
			m.people_letter_link({}, { locale }),
			link,
			m.people_letter_days({ days }, { locale }),
			m.people_letter_unasked({}, { locale })
		].join('\n\n')
	};
}
