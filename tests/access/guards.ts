/** The kinds of people that every entry point is tried by; see `world.ts` for what they hold. */
export const WHO = [
	'nobody',
	'outsider',
	'guest',
	'member',
	'coordinator',
	'administrator',
	// Came into a workshop without an account: to every other entry point they are nobody.
	'visitor'
] as const;
export type Who = (typeof WHO)[number];

/**
 * What somebody gets: `yes`; `sign in` (401, or the way to the door); `no` (403: they may know that it
 * is there); `not there` (404, the same as for what does not exist).
 */
export type Verdict = 'yes' | 'sign in' | 'no' | 'not there';

const signedIn = { nobody: 'sign in', outsider: 'yes', guest: 'yes', member: 'yes' } as const;
const hidden = { nobody: 'sign in', outsider: 'not there', administrator: 'not there' } as const;

/** Who may pass, written out by hand: the guard of an entry point is one of these. */
const GUARDS = {
	anyone: {
		...{ nobody: 'yes', outsider: 'yes', guest: 'yes' },
		...{ member: 'yes', coordinator: 'yes', administrator: 'yes' }
	},
	'who is signed in': { ...signedIn, coordinator: 'yes', administrator: 'yes' },
	'who may view the document': { ...hidden, guest: 'yes', member: 'yes', coordinator: 'yes' },
	'who may comment on the document': { ...hidden, guest: 'yes', member: 'yes', coordinator: 'yes' },
	// A guest, about the study that they were given.
	'who was asked': { ...hidden, guest: 'yes', member: 'no', coordinator: 'no' },
	// A policy officer, who is none of those who try.
	'who speaks for the municipality': {
		...hidden,
		...{ guest: 'no', member: 'no', coordinator: 'no' }
	},
	'who may edit the document': { ...hidden, guest: 'no', member: 'yes', coordinator: 'yes' },
	'who may manage the document': { ...hidden, guest: 'no', member: 'no', coordinator: 'yes' },
	'who works on the assignment': {
		...hidden,
		...{ guest: 'not there', member: 'yes', coordinator: 'yes' }
	},
	'who takes part in the run, or leads it': {
		...hidden,
		...{ guest: 'not there', member: 'yes', coordinator: 'yes' }
	},
	'who takes part in the run': {
		...hidden,
		...{ guest: 'not there', member: 'yes', coordinator: 'no' }
	},
	'who leads the run': {
		...hidden,
		...{ guest: 'not there', member: 'not there', coordinator: 'yes' }
	},
	'who may put the document back': {
		...hidden,
		...{ guest: 'not there', member: 'not there', coordinator: 'yes' }
	},
	'who owns the document in the bin': {
		...hidden,
		...{ guest: 'not there', member: 'not there', coordinator: 'no' }
	},
	'who may begin a study here': {
		...{ nobody: 'sign in', outsider: 'no', guest: 'not there' },
		...{ member: 'yes', coordinator: 'yes', administrator: 'no' }
	},
	'who may see werkplaatsen': {
		...signedIn,
		...{ guest: 'not there', coordinator: 'yes', administrator: 'yes' }
	},
	'who belongs to the werkplaats': {
		...signedIn,
		...{ outsider: 'no', guest: 'not there', coordinator: 'yes', administrator: 'yes' }
	},
	'who lets people in': {
		...{ nobody: 'sign in', outsider: 'no', guest: 'not there', member: 'no' },
		...{ coordinator: 'yes', administrator: 'yes' }
	},
	'who lets people in, and to others there is nobody': {
		...{ nobody: 'sign in', outsider: 'not there', guest: 'not there', member: 'not there' },
		...{ coordinator: 'yes', administrator: 'yes' }
	},
	'who decides on policies': {
		...{ nobody: 'sign in', outsider: 'no', guest: 'not there', member: 'no' },
		...{ coordinator: 'yes', administrator: 'no' }
	},
	'who keeps the templates': {
		...{ nobody: 'sign in', outsider: 'no', guest: 'not there', member: 'no' },
		...{ coordinator: 'yes', administrator: 'no' }
	},
	'who speaks for research beside the study': {
		...hidden,
		...{ guest: 'no', member: 'yes', coordinator: 'no' }
	},
	'who reads the document and asks in its werkplaats': {
		...hidden,
		...{ guest: 'no', member: 'yes', coordinator: 'yes' }
	},
	'who may comment on the text': { ...hidden, guest: 'yes', member: 'yes', coordinator: 'yes' },
	// The owner, who is none of those who try.
	'who said it': { ...hidden, guest: 'no', member: 'no', coordinator: 'no' },
	// A lector of the werkplaats, who is none of those who try.
	'who signs for the werkplaats': { ...hidden, guest: 'no', member: 'no', coordinator: 'no' },
	// Restricted, and the guest was asked along; a voice in it is told by none of those who try.
	'who works on the version': { ...hidden, guest: 'yes', member: 'not there', coordinator: 'yes' },
	'who manages the version': { ...hidden, guest: 'no', member: 'not there', coordinator: 'yes' },
	'who tells in the version': { ...hidden, guest: 'no', member: 'not there', coordinator: 'no' },
	'who has a say in the agenda': {
		...hidden,
		...{ guest: 'not there', member: 'yes', coordinator: 'no' }
	},
	'who decides on the question': {
		...hidden,
		...{ guest: 'not there', member: 'no', coordinator: 'yes' }
	},
	'who looks after the agenda': {
		...{ nobody: 'sign in', outsider: 'no', guest: 'not there', member: 'no' },
		...{ coordinator: 'yes', administrator: 'no' }
	},
	// A researcher may write the assignment, and does not lead what others make of it.
	'who gives the assignment': {
		...hidden,
		...{ guest: 'not there', member: 'no', coordinator: 'yes' }
	},
	'who is in the class': { ...hidden, guest: 'not there', member: 'yes', coordinator: 'yes' },
	'who leads the class': { ...hidden, guest: 'not there', member: 'no', coordinator: 'yes' },
	// Who leads it takes no part.
	'who takes part in the class': {
		...hidden,
		...{ guest: 'not there', member: 'yes', coordinator: 'no' }
	},
	'who administers the network': {
		...{ nobody: 'sign in', outsider: 'no', guest: 'no', member: 'no' },
		...{ coordinator: 'no', administrator: 'yes' }
	}
} as const satisfies Record<string, Record<Exclude<Who, 'visitor'>, Verdict>>;

/** What those may who are in a workshop; a visitor is in one. */
const IN_WORKSHOP = {
	'who is in the workshop': {
		...{ ...hidden, guest: 'not there', member: 'not there', coordinator: 'yes' },
		visitor: 'yes'
	},
	// Who leads it takes no part.
	'who takes part in the workshop': {
		...{ ...hidden, guest: 'not there', member: 'not there' },
		...{ coordinator: 'not there', visitor: 'yes' }
	},
	'who takes part in the workshop, and who leads it knows': {
		...{ ...hidden, guest: 'not there', member: 'not there', coordinator: 'no' },
		visitor: 'yes'
	},
	'who leads the workshop': {
		...{ ...hidden, guest: 'not there', member: 'not there', coordinator: 'yes' },
		visitor: 'sign in'
	}
} as const satisfies Record<string, Record<Who, Verdict>>;

export type Guard = keyof typeof GUARDS | keyof typeof IN_WORKSHOP;

/** What somebody gets of an entry point with this guard. */
export function verdictOf(guard: Guard, who: Who): Verdict {
	if (isOfWorkshop(guard)) return IN_WORKSHOP[guard][who];
	return GUARDS[guard][who === 'visitor' ? 'nobody' : who];
}

function isOfWorkshop(guard: Guard): guard is keyof typeof IN_WORKSHOP {
	return guard in IN_WORKSHOP;
}
