import { LIMITS } from '#ws/limits.ts';
import { toldMemory, toldStrain, type Load } from './finding.ts';

const GUESTS_PER_ROOM = 50;

/** Many who have a text open and do nothing, through signs of life and decisions whether they may stay. */
export const idle: Load = async ({ town, crowd: { ask } }, { idle: count, idleSeconds }) => {
	const rooms = await town.addRooms(Math.ceil(count / GUESTS_PER_ROOM));
	const cookies = await town.addWriters(Math.ceil(count / LIMITS.socketsOfPerson) + 1);
	const { port } = town;
	const opening = { peer: 'ours', port, cookies, wantsAcks: true } as const;
	await ask('open', { ...opening, rooms: rooms.slice(0, 1), guestsPerRoom: GUESTS_PER_ROOM });
	await ask('leave', undefined);
	const before = await town.settle();
	const { allMs } = await ask('open', { ...opening, rooms, guestsPerRoom: GUESTS_PER_ROOM });
	await town.strain();
	await ask('watch', { seconds: idleSeconds });
	const strain = await town.strain();
	const open = await town.memory();
	const { people, gone, unacknowledged } = await ask('account', undefined);
	await ask('leave', undefined);
	const after = await town.settle();
	const each = (open.held - before.held) / 1024 / people;
	return {
		wrongs: [
			...(gone > 0 ? [`${gone} of ${people} are gone`] : []),
			...(unacknowledged > 0 ? [`${unacknowledged} not acknowledged`] : []),
			...(people < count ? [`only ${people} came in`] : [])
		],
		figures: [
			`${people} came in within ${(allMs / 1000).toFixed(1)} s`,
			`${toldMemory({ before, open, after })}; ${each.toFixed(1)} kB each`,
			...toldStrain(strain, idleSeconds)
		]
	};
};
