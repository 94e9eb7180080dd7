import type { DemoClass } from './class.ts';
import { brievenKlas } from './twente/brieven-klas.ts';
import { minutenKlas } from './twente/minuten-klas.ts';

/** The assignments of the demo that were given to a class, with what groups made of them. */
export const DEMO_CLASSES: readonly DemoClass[] = [minutenKlas, brievenKlas];
