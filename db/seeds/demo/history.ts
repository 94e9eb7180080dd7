import { ago, type Ago } from './document.ts';
import type { DemoName } from './people.ts';
import { AANBELLEN, TWEE_KOPJES } from './twente/names.ts';

/** How a text came about: who wrote up to where, and what they called it. The last wrote all of it. */
export type DemoStage = { by: DemoName; at: Ago; share: number; name?: string };

export const DEMO_HISTORY: Record<string, readonly DemoStage[]> = {
	[AANBELLEN]: [
		{ by: 'lector', at: ago(12, '10:12'), share: 0.25 },
		{ by: 'onderzoeker', at: ago(9, '14:40'), share: 0.5 },
		{ by: 'lector', at: ago(9, '16:05'), share: 0.6, name: 'Voor het gesprek met de bewoners' },
		{ by: 'coordinator', at: ago(4, '09:20'), share: 0.8 },
		{ by: 'onderzoeker', at: ago(1, '15:33'), share: 1 }
	],
	[TWEE_KOPJES]: [
		{ by: 'onderzoeker', at: ago(20, '11:02'), share: 0.4 },
		{ by: 'lector', at: ago(6, '13:17'), share: 0.7 },
		{ by: 'onderzoeker', at: ago(2, '15:02'), share: 1 }
	]
};
