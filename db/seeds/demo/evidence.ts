import type { Perspective } from '#domain/kinds.ts';
import type { DemoName } from './people.ts';

/** A passage of a case, and what the study says it shows. */
export type DemoEvidence = {
	case: string;
	perspective: Perspective;
	/** Where a party has more voices: its own name. */
	label?: string;
	quote: string;
	shows: string;
	/** The words in the study that it hangs on; without them it has no finding yet. */
	finding?: string;
	/** As it was when it was linked; who holds the voice wrote it anew afterwards. */
	was?: string;
	/** Who holds the voice took it away afterwards. */
	gone?: true;
	/** Before these words of the voice it stood, when it is gone. */
	before?: string;
};

export type DemoStudyEvidence = { study: string; by: DemoName; evidence: DemoEvidence[] };

const MEVROUW_D = 'Mevrouw D. doet niet meer open';
const BAASJES = 'Een hond met twee baasjes';
const KOFFIE = 'De koffieochtend waar niemand kwam';

/** What the studies of the demo lean on. */
export const DEMO_EVIDENCE: readonly DemoStudyEvidence[] = [
	{
		study: 'Aanbellen zonder aanleiding',
		by: 'onderzoeker',
		evidence: [
			{
				case: MEVROUW_D,
				perspective: 'citizen',
				quote:
					'Hij vroeg of ik eenzaam was. Wat moet je daarop zeggen? Ik zei van niet. Toen was het klaar.',
				shows: 'Het woord sluit het gesprek, ook als het klopt',
				finding: 'Mensen die weinig anderen zien noemen het zelden eenzaamheid.'
			},
			{
				case: KOFFIE,
				perspective: 'citizen',
				label: 'Gastvrouw',
				quote: 'Voelt u zich wel eens eenzaam? Nou, ik dacht: daar ga ik niet zitten.',
				shows: 'Een uitnodiging met het woord erin houdt mensen weg',
				finding: 'Mensen die weinig anderen zien noemen het zelden eenzaamheid.'
			},
			{
				case: MEVROUW_D,
				perspective: 'citizen',
				quote:
					'Toen kwam die jongen weer, zonder papieren. Of ik wist wie er vroeger op de hoek woonde.',
				was: 'Toen kwam die jongen weer, zonder papieren. Hij vroeg wie er vroeger op de hoek woonde.',
				shows: 'Om iets gevraagd worden opent een deur die dicht was',
				finding:
					'Wie om iets kleins werd gevraagd, deed vaker een tweede keer open dan wie iets kreeg aangeboden.'
			},
			{
				case: BAASJES,
				perspective: 'professional',
				label: 'Kringloop',
				quote: 'Ik had een kast en ik had sterke armen nodig.',
				shows: 'De vraag is echt: er moet iets getild worden',
				finding:
					'Wie om iets kleins werd gevraagd, deed vaker een tweede keer open dan wie iets kreeg aangeboden.'
			},
			{
				case: KOFFIE,
				perspective: 'professional',
				label: 'Sociaal werk',
				quote: 'In het wijkteam hadden we het er nog weken over, maar niet met de mensen zelf.',
				before: 'Acht collega’s, een fotograaf, de wethouder.',
				gone: true,
				shows: 'Professionals praten onder elkaar over wie er niet kwam'
			},
			{
				case: MEVROUW_D,
				perspective: 'professional',
				label: 'Sociaal werk',
				quote: 'Ik had mijn tas in de auto laten liggen.',
				shows: 'Zonder tas ben je een bezoeker'
			}
		]
	},
	{
		study: 'Twee kopjes: rouw na je tachtigste',
		by: 'onderzoeker',
		evidence: [
			{
				case: MEVROUW_D,
				perspective: 'citizen',
				quote: 'Maar ’s avonds zet ik nog steeds twee kopjes klaar.',
				shows: 'Een gewoonte die de dag laat kloppen',
				finding: 'Mensen missen niet gezelschap, maar gewoonte.'
			},
			{
				case: BAASJES,
				perspective: 'relative',
				label: 'Moeder van Bram',
				quote: 'Maar hij heeft nu iemand die vraagt wat hij gegeten heeft.',
				shows: 'Het zit in de gewone vraag, niet in het bezoek',
				finding: 'Mensen missen niet gezelschap, maar gewoonte.'
			},
			{
				case: MEVROUW_D,
				perspective: 'citizen',
				quote: 'Iedereen kwam, de eerste weken. Toen niemand meer.',
				shows: 'De eerste weken druk, daarna stil',
				finding: 'De omgeving stopt eerder dan de rouw.'
			},
			{
				case: KOFFIE,
				perspective: 'citizen',
				label: 'Gastvrouw',
				quote: 'In de zevende week heb ik het gezegd.',
				shows: 'Er is tijd nodig voordat iemand het zegt'
			}
		]
	}
];
