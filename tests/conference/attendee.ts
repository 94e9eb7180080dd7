import { until } from '#tests/bench/until.ts';
import { Visits } from './visits.ts';
import { Writer } from './writer.ts';

const WITHIN_MS = 60_000;

/** Somebody on a phone, without an account: comes in, hears what happens, and writes with their group. */
export class Attendee {
	readonly name: string;
	readonly visits: Visits;
	/** One for each round in which they wrote, the last at the end. */
	readonly writers: Writer[] = [];
	/** Milliseconds that coming in took. */
	joinedIn = NaN;
	/** When the page was last there again after something changed. */
	sawChangeAt = NaN;
	#floor = '';
	#leaving = new AbortController();

	constructor(name: string, house: string) {
		this.name = name;
		this.visits = new Visits(house);
	}

	get writer(): Writer | undefined {
		return this.writers.at(-1);
	}

	/** Fills in their name, and looks at the first page. */
	async join(code: string): Promise<void> {
		const began = performance.now();
		await this.#expect(200, this.visits.get(`/workshop/${code}`));
		const fields = { name: this.name, consents: 'yes' };
		const joined = await this.visits.post(`/workshop/${code}?/visitor`, fields);
		if (joined.status !== 303 || !joined.location) throw new Error(`no way in: ${joined.status}`);
		this.#floor = joined.location;
		await this.#expect(200, this.visits.get(this.#floor));
		this.joinedIn = performance.now() - began;
	}

	/** Reads the page again whenever something changed, as its script does. Resolves once it hears. */
	watch(runId: string): Promise<void> {
		const { promise, resolve } = Promise.withResolvers<void>();
		const heard = (event: string) => void this.#changed(event);
		const opened = () => void this.#changed('changed').then(resolve);
		const path = `/api/v1/runs/${runId}/live`;
		void this.visits.listen(path, { opened, heard }, this.#leaving.signal);
		return promise;
	}

	/** Takes the seat at the text of their group in this round. */
	async sit(address: string, part: string): Promise<void> {
		this.writer?.leave();
		const writer = new Writer(this.name, { address, part, cookie: this.visits.cookie! });
		this.writers.push(writer);
		await until(() => writer.isSynced, WITHIN_MS);
	}

	async take(role: 'scribe'): Promise<void> {
		const { status } = await this.visits.post(`${this.#floor}?/role`, { role });
		if (status >= 400) throw new Error(`no role: ${status}`);
	}

	leave(): void {
		this.#leaving.abort();
		for (const writer of this.writers) writer.leave();
	}

	async #changed(event: string): Promise<void> {
		if (event !== 'changed') return;
		await this.#expect(200, this.visits.get(`${this.#floor}/__data.json`)).catch(() => {});
		this.sawChangeAt = performance.now();
	}

	async #expect(status: number, asked: ReturnType<Visits['get']>): Promise<void> {
		const answer = await asked;
		if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}`);
	}
}
