import { authorize } from '#domain/policy.ts';
import { asker } from '../../door.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => {
	// Every use case asks this too; here it keeps the empty frame of these pages from others.
	authorize(asker(event).actor, 'administer', { type: 'network' });
	return { section: '/administration' };
};
