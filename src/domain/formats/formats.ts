import { BALINT } from './balint.ts';
import { CASE_INQUIRY } from './case-inquiry.ts';
import { DIALOGUE } from './dialogue.ts';
import { DILEMMA } from './dilemma.ts';
import { FIVE_STEPS } from './five-steps.ts';
import type { Format, FormatName } from './format.ts';
import { GOSSIP } from './gossip.ts';
import { INCIDENT } from './incident.ts';
import { SOCRATIC } from './socratic.ts';
import { TEN_STEPS } from './ten-steps.ts';

export const FORMATS: Record<FormatName, Format> = {
	incident: INCIDENT,
	gossip: GOSSIP,
	five_steps: FIVE_STEPS,
	ten_steps: TEN_STEPS,
	balint: BALINT,
	dilemma: DILEMMA,
	socratic: SOCRATIC,
	case_inquiry: CASE_INQUIRY,
	dialogue: DIALOGUE
};
