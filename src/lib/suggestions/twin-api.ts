import type { Node } from '@tiptap/pm/model';
import { mergeDocuments } from '#domain/content/merge/merge.ts';
import { contentSchema } from '#domain/content/schema.ts';
import type { Content } from '#domain/content/schema.ts';
import { decided } from '#domain/content/suggestions/decided.ts';
import { hunksOf } from '#domain/content/suggestions/hunks.ts';
import type { Push } from '#domain/content/suggestions/pushing.ts';
import { runsOf } from '#domain/content/suggestions/runs.ts';
import { textOf } from './found.ts';
import type { Decision } from './asking.ts';
import type { LayerTold, MineTold, PersonTold } from './suggestions.ts';

type Layer = { person: PersonTold; version: number; suggested: Node; pushes: string[] };

/** The suggestions of one text as the server keeps them, in memory, for tests; it can be told to fail. */
export class TwinApi {
	text: Node;
	readonly layers = new Map<string, Layer>();
	readonly me: PersonTold;
	/** What was asked: "PUT mine", in order. */
	readonly asked: string[] = [];
	readonly remarks: unknown[] = [];
	/** Answers no more; `arrives`: what is sent is taken in all the same. */
	fails: { status: number; arrives?: boolean } | null = null;
	mayDecide = true;
	/** The text became another, by accepting. */
	onText: (text: Node) => void = () => {};
	#holding: Promise<void> | null = null;

	constructor(content: Content, me = aPerson('anne', 'Anne Klaver')) {
		this.text = contentSchema.nodeFromJSON(content);
		this.me = me;
	}

	/** Takes the place of the network until the returned function is called. */
	install(): () => void {
		const real = globalThis.fetch;
		globalThis.fetch = async (path, init) => this.#answer(String(path), init);
		return () => (globalThis.fetch = real);
	}

	/** Keeps answers back until the returned function is called. */
	hold(): () => void {
		let go = () => {};
		this.#holding = new Promise((resolve) => (go = resolve));
		return () => {
			this.#holding = null;
			go();
		};
	}

	/** Somebody would have the text so. */
	suggest(person: PersonTold, content: Content): void {
		const layer = this.#layer(person);
		layer.suggested = contentSchema.nodeFromJSON(content);
		layer.version += 1;
	}

	/** Somebody writes in the text itself. */
	write(content: Content): void {
		const next = contentSchema.nodeFromJSON(content);
		for (const layer of this.layers.values()) {
			layer.suggested = mergeDocuments(this.text, next, layer.suggested);
			layer.version += 1;
		}
		this.text = next;
	}

	/** The words of the text as somebody would have it. */
	wordsOf(person: PersonTold): string {
		return this.#layer(person).suggested.textBetween(
			0,
			this.#layer(person).suggested.content.size,
			'\n'
		);
	}

	async #answer(path: string, init: RequestInit = {}): Promise<Response> {
		const method = init.method ?? 'GET';
		const what = path.split('/').at(-1) ?? '';
		this.asked.push(`${method} ${what}`);
		const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : null;
		const { fails } = this;
		if (fails && !fails.arrives) return refuse(fails.status);
		const answer = this.#do(`${method} ${what}`, body);
		await this.#holding;
		return fails ? refuse(fails.status) : answer;
	}

	#do(what: string, body: unknown): Response {
		if (what === 'GET suggestions') return json({ layers: this.#told() });
		if (what === 'GET mine') return json(this.#mine());
		if (what === 'PUT mine') return this.#take(body as Push);
		if (what === 'POST decisions') return this.#decide(body as Decision);
		if (what !== 'POST threads') return refuse(404);
		this.remarks.push(body);
		return json({ id: 'remark' }, 201);
	}

	#mine(): MineTold {
		const { version, suggested, pushes } = this.#layer(this.me);
		return { version, base: this.text.toJSON(), suggested: suggested.toJSON(), pushes };
	}

	#take({ push, version, from, to, blocks }: Push): Response {
		const layer = this.#layer(this.me);
		if (layer.version !== version) return refuse(409, 'suggestion_changed');
		const all = [...layer.suggested.children];
		all.splice(from, to - from, ...blocks.map((block) => contentSchema.nodeFromJSON(block)));
		layer.suggested = textOf(all);
		layer.version += 1;
		layer.pushes.push(push);
		return json({ version: layer.version });
	}

	#decide({ verdict, person, keys }: Decision): Response {
		const layers = [...this.layers.values()].filter((one) => !person || one.person.id === person);
		let count = 0;
		for (const layer of layers) {
			const hunks = hunksOf(this.text, layer.suggested);
			const chosen = hunks.filter(({ key }) => !keys || keys.includes(key));
			if (keys && chosen.length < keys.length) return refuse(409, 'suggestion_changed');
			count += chosen.length;
			const isChosen = ({ key }: { key: string }) => chosen.some((hunk) => hunk.key === key);
			if (verdict === 'accepted')
				this.#become(decided(this.text, layer.suggested, isChosen), layer);
			else layer.suggested = decided(this.text, layer.suggested, (hunk) => !isChosen(hunk));
			layer.version += 1;
		}
		return json({ decided: count });
	}

	#become(next: Node, by: Layer): void {
		for (const layer of this.layers.values()) {
			if (layer !== by) layer.suggested = mergeDocuments(this.text, next, layer.suggested);
		}
		this.text = next;
		this.onText(next);
	}

	#layer(person: PersonTold): Layer {
		const known = this.layers.get(person.id);
		if (known) return known;
		const layer = { person, version: 1, suggested: this.text, pushes: [] };
		this.layers.set(person.id, layer);
		return layer;
	}

	#told(): LayerTold[] {
		return [...this.layers.values()].map(({ person, version, suggested }) => ({
			person,
			version,
			changedAt: new Date().toISOString(),
			may: { decide: this.mayDecide, withdraw: person.isSelf },
			runs: runsOf(this.text, suggested).map(({ from, to, blocks }) => ({
				from,
				to,
				before: this.text.children.slice(from, to).map((block) => block.toJSON()),
				blocks: [...blocks]
			}))
		}));
	}
}

export function aPerson(id: string, name: string, isSelf = id === 'anne'): PersonTold {
	return { id, name, function: 'citizen', organisation: null, isSelf };
}

function json(body: unknown, status = 200): Response {
	return new Response(JSON.stringify(body), { status });
}

function refuse(status: number, code = 'refused'): Response {
	if (status === 0) throw new TypeError('no line');
	return json({ error: { code } }, status);
}
