import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** A little of the longer runs: whole processes, half a minute each. */
const LONG = /\/tests\/(load|nodes|durability|memory|trace)\//;

/** Begins with the files that take longest, also where none was ever timed: at the end one would run alone. */
export class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const sorted = await super.sort(files);
		const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId);
		return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
	}
}
