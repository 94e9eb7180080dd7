import type { DemoCase, DemoVoice, Told } from '#db/seeds/demo/document.ts';
import type { DemoName } from '#db/seeds/demo/people.ts';
import type { Content } from '#domain/content/schema.ts';
import type { Actor } from '#domain/facts.ts';
import type { Moment } from '#domain/moments.ts';
import { describeCase, openedCase } from '#server/cases.ts';
import { sayClosing } from '#server/closings.ts';
import type { Context } from '#server/context.ts';
import { openDocument } from '#server/documents.ts';
import { addMoment } from '#server/moments.ts';
import { addVoice, describeVoice, giveVoice, takeVoice, type Voice } from '#server/voices.ts';
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
	for (const { perspective, label = '' } of besideFirst(planted.voices)) {
		await addVoice(context, maker, id, { perspective, label });
	}
	const { voices: rows, moments } = await openedCase(context, maker, id);
	for (const voice of planted.voices) {
		const row = rows.find(({ perspective }) => perspective === voice.perspective);
		if (!row) throw new Error('a voice was not made');
		rows.splice(rows.indexOf(row), 1);
		const holder = voice.holder && somebody(voice.holder);
		await plantVoice(context, maker, id, row, voice, holder, moments);
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

/** The voices that a case does not begin with: it has one for each party. */
function besideFirst(voices: readonly DemoVoice[]): DemoVoice[] {
	return voices.filter(({ perspective }, nth) =>
		voices.slice(0, nth).some((before) => before.perspective === perspective)
	);
}

async function plantVoice(
	context: Context,
	maker: Actor,
	id: string,
	row: Voice,
	{ label = '', telling = 'own', teller = '', told = [] }: DemoVoice,
	holder: Actor | undefined,
	moments: readonly Moment[]
): Promise<void> {
	const isDescribed = row.label === label && row.telling === telling && row.teller === teller;
	if (!isDescribed) await describeVoice(context, maker, id, row.id, { label, telling, teller });
	if (!holder) return;
	const isHeld = row.holders.some((one) => one.id === holder.id);
	if (!isHeld) await giveVoice(context, maker, id, row.id, holder.id);
	// Who began the case holds the voice of their party until it is given to another.
	for (const other of row.holders) {
		if (other.id !== holder.id) await takeVoice(context, maker, id, row.id, other.id);
	}
	if (told.length > 0) await writeAs(context, holder, row.id, contentOf(told, moments));
}

function contentOf(told: readonly Told[], moments: readonly Moment[]): Content {
	const content = told.flatMap(({ under, words }): Content[] => {
		const moment = moments.find(({ title }) => title === under);
		if (!moment) throw new Error(`The demo names the moment ${under}, which does not exist.`);
		const attrs = { level: 1, moment: moment.id };
		return [{ type: 'heading', attrs, content: [{ type: 'text', text: under }] }, ...words];
	});
	return { type: 'doc', content };
}
