import { listMoments } from '#db/queries/moments.ts';
import type { DemoCase, DemoVoice } from '#db/seeds/demo/document.ts';
import type { DemoName } from '#db/seeds/demo/people.ts';
import type { Content } from '#domain/content/schema.ts';
import type { Actor } from '#domain/facts.ts';
import type { Moment } from '#domain/moments.ts';
import { describeCase, openedCase } from '#server/cases.ts';
import { sayClosing } from '#server/closings.ts';
import type { Context } from '#server/context.ts';
import { openDocument } from '#server/documents.ts';
import { addMoment } from '#server/moments.ts';
import { addVoice, describeVoice, giveVoice, takeVoice } from '#server/voices.ts';
import { writeAs } from '#server/writing.ts';

/** Lets the people of the demo tell a case: each their own voice, as somebody who holds it. */
export async function plantCase(
	context: Context,
	people: ReadonlyMap<DemoName, Actor>,
	maker: Actor,
	id: string,
	planted: DemoCase
): Promise<void> {
	const somebody = (name: DemoName) => {
		const actor = people.get(name);
		if (!actor) throw new Error(`The demo names ${name}, who does not exist.`);
		return actor;
	};
	await describeCase(context, maker, id, planted.head);
	for (const moment of planted.moments) await addMoment(context, maker, id, moment);
	const moments = await listMoments(context.db, id);
	for (const voice of planted.voices) {
		const holder = voice.holder && somebody(voice.holder);
		await plantVoice(context, maker, id, voice, holder, moments);
	}
	if (planted.lessons) {
		const { parts } = await openDocument(context, maker, id);
		const lessons = parts.find(({ kind }) => kind === 'lessons');
		if (lessons) await writeAs(context, maker, lessons.id, planted.lessons);
	}
	for (const { perspective, by, change = '', reason = '' } of planted.closings ?? []) {
		await sayClosing(context, somebody(by), id, { perspective, change, reason });
	}
}

async function plantVoice(
	context: Context,
	maker: Actor,
	id: string,
	{ perspective, label = '', telling = 'own', teller = '', told = [] }: DemoVoice,
	holder: Actor | undefined,
	moments: readonly Moment[]
): Promise<void> {
	const free = async () => {
		const { voices } = await openedCase(context, maker, id);
		return voices.find((one) => one.perspective === perspective && one.words === 0 && !one.label);
	};
	let voice = await free();
	if (!voice) {
		await addVoice(context, maker, id, { perspective, label });
		const { voices } = await openedCase(context, maker, id);
		voice = voices.at(-1);
	}
	if (!voice) throw new Error('a voice was not made');
	await describeVoice(context, maker, id, voice.id, { label, telling, teller });
	if (!holder) return;
	const isHeld = voice.holders.some((one) => one.id === holder.id);
	if (!isHeld) await giveVoice(context, maker, id, voice.id, holder.id);
	// Who began the case holds the voice of their party until it is given to another.
	for (const other of voice.holders) {
		if (other.id !== holder.id) await takeVoice(context, maker, id, voice.id, other.id);
	}
	if (told.length > 0) await writeAs(context, holder, voice.id, contentOf(told, moments));
}

function contentOf(told: NonNullable<DemoVoice['told']>, moments: readonly Moment[]): Content {
	const content = told.flatMap(({ under, words }): Content[] => {
		if (under === undefined) return words;
		const moment = moments.find(({ title }) => title === under);
		if (!moment) throw new Error(`The demo names the moment ${under}, which does not exist.`);
		const attrs = { level: 2, moment: moment.id };
		const text = [{ type: 'text', text: under }];
		return [{ type: 'heading', attrs, content: text }, ...words];
	});
	return { type: 'doc', content };
}
