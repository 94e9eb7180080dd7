import { pgEnum } from 'drizzle-orm/pg-core';
import { FUNCTIONS } from '#domain/functions.ts';
import { GATES } from '#domain/gates.ts';
import { KINDS, PART_KINDS, PERSPECTIVES } from '#domain/kinds.ts';
import { LEVELS } from '#domain/levels.ts';
import { PHASES } from '#domain/phases.ts';
import { SENSITIVITIES } from '#domain/sensitivity.ts';
import { SOURCE_KINDS } from '#domain/sources.ts';
import { STATES } from '#domain/states.ts';
import { TELLINGS } from '#domain/voices.ts';

// The order of an enum's values is the order in which PostgreSQL compares them: levels rely on it.
export const level = pgEnum('level', LEVELS);
export const werkplaatsFunction = pgEnum('werkplaats_function', FUNCTIONS);
export const kind = pgEnum('document_kind', KINDS);
export const partKind = pgEnum('part_kind', PART_KINDS);
export const perspective = pgEnum('perspective', PERSPECTIVES);
export const state = pgEnum('document_state', STATES);
export const sensitivity = pgEnum('sensitivity', SENSITIVITIES);
export const telling = pgEnum('telling', TELLINGS);
export const cyclePhase = pgEnum('cycle_phase', PHASES);
export const gate = pgEnum('gate', GATES);
export const sourceKind = pgEnum('source_kind', SOURCE_KINDS);
