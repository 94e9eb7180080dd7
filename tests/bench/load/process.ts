import { serve } from '../errands.ts';
import { LOAD } from './errands.ts';
import { Swarm } from './swarm.ts';

// The people, as a process of its own: `<seed>`.

const swarm = new Swarm(Number(process.argv[2]));
serve(LOAD, {
	open: (opening) => swarm.open(opening),
	found: ({ typing, updates }) => swarm.found(typing, updates),
	type: ({ perSecond }) => swarm.type(perSecond),
	present: ({ perSecond }) => swarm.present(perSecond),
	watch: ({ seconds }) => swarm.watch(seconds),
	stop: () => swarm.stop(),
	account: () => swarm.account(),
	seen: () => swarm.seen(),
	read: () => swarm.read(),
	leave: () => swarm.leave()
});
