import type { VersionPurpose } from '#domain/case-versions.ts';
import { ago, did, type Ago } from './document.ts';
import type { DemoName } from './people.ts';

// What was copied in the demo, and made fit for where it goes: which words were written in the place of which.

type Rewritten = readonly (readonly [was: string, becomes: string])[];

type DemoCopy = {
	/** The title of what it is a copy of. */
	of: string;
	by: DemoName;
	rewritten: Rewritten;
	begun: Ago;
	changed: Ago & { by: DemoName };
};

/** A werkplaats does it another way, and says why. */
export type DemoVariant = DemoCopy & { werkplaats: string; title: string; why: string };

/** A case as it is told to others, checked: by whom its words were agreed to, and who read it along. */
export type DemoVersion = DemoCopy & {
	purpose: VersionPurpose;
	agreed: readonly DemoName[];
	reader: DemoName;
};

export const DEMO_VARIANTS: readonly DemoVariant[] = [
	{
		of: 'De eerste tien minuten',
		werkplaats: 'friesland',
		title: 'De eerste tien minuten, achterom',
		by: 'fenna.abdi',
		why: 'In onze dorpen bel je niet aan: je komt achterom, en je kent elkaar al jaren van gezicht. Moeilijk is dan niet de deur, maar wat je al van elkaar weet. En wie hier iemand naspeelt, speelt altijd een buurman.',
		rewritten: [
			[
				'Twee uur, in groepen van vier. Voor tweedejaars social work en voor professionals die al jaren aanbellen; het liefst door elkaar. Je speelt de eerste tien minuten van een huisbezoek, stopt, en begint opnieuw.',
				'Een avond in het dorpshuis, in groepen van vier. Voor tweedejaars social work en voor dorpsgenoten die al jaren bij elkaar achterom komen; het liefst door elkaar. Je speelt de eerste tien minuten van een bezoek, stopt, en begint opnieuw.'
			],
			[
				'Je kunt verdragen dat het even stil is.',
				'Je kunt doen alsof je nog niets weet, en dat menen.'
			],
			[
				'Lees vooraf de casus ‘Een hond met twee baasjes’. Heb je toegang tot ‘Mevrouw D. doet niet meer open’? Lees dan alleen de tijdlijn tot en met 12 april. Verder: twee stoelen, een deur die dicht kan, een stapel lege kaartjes en iets om te lenen. Een schaar is genoeg.',
				'Lees vooraf de casus ‘De kaartclub van vrijdag’. Verder: twee stoelen aan een keukentafel, een achterdeur, een stapel lege kaartjes en iets om te lenen. Zes eieren is genoeg.'
			],
			[
				'Iemand doet open. Je weet de naam, de leeftijd en dat de huisarts gebeld heeft. Je hebt tien minuten. Aan het eind wil je niet weten wat het probleem is. Je wilt dat de deur een tweede keer opengaat.',
				'De achterdeur is open. Je weet de naam, de leeftijd en wat het dorp zegt. Je hebt tien minuten. Aan het eind wil je niet weten wat het probleem is. Je wilt nog een keer langs mogen komen.'
			],
			[
				'Speel geen typetje. Denk aan iemand die je kent, en zeg niet wie.',
				'Speel geen typetje, en niemand uit de streek. Verzin iemand, met een ander beroep en een andere hond.'
			],
			[
				'Mag je om een schaar vragen als je voor een gesprek komt?',
				'Wat deed je met wat je al wist voordat je binnenkwam?'
			],
			[
				'Wat over echte mensen verteld wordt, blijft in de groep en komt niet op een kaartje.',
				'In een dorp is iedereen te herkennen. Wat over echte mensen verteld wordt, vertellen we hier daarom niet.'
			],
			[
				'Eerste keer (27 studenten, 9 sociaal werkers): ronde 3 had te weinig tijd. De professionals stelden meer vragen dan de studenten en kregen vaker ‘dicht’. Dat gaf een goed gesprek, toen iedereen uitgelachen was. Laat de groepen gemengd.',
				'Eén avond gedaan (8 studenten, 11 dorpsgenoten). De dorpsgenoten stelden bijna geen vragen, want ze wisten het al. Pas in ronde 4 merkten ze hoeveel daarvan niet klopte. Neem voor ronde 5 een half uur.'
			]
		],
		begun: ago(19, '14:20'),
		changed: did('fenna.abdi', 6, '21:10')
	}
];

export const DEMO_VERSIONS: readonly DemoVersion[] = [
	{
		of: 'Een hond met twee baasjes',
		purpose: 'teaching',
		by: 'professional',
		rewritten: [
			[
				'Meneer S., begin zeventig, loopt na een operatie moeilijk en kan zijn hond niet meer uitlaten. Bram, halverwege de twintig, woont twee portieken verder, is afgekeurd voor zijn werk en komt weinig buiten. Een medewerker van de kringloopwinkel kent hen allebei.',
				'Meneer S., een man op leeftijd, loopt sinds een operatie moeilijk en kan zijn hond niet meer uitlaten. Bram, een jonge man, woont in de buurt, werkt niet en komt weinig buiten. Iemand van een winkel waar ze allebei komen, kent hen.'
			],
			['Welzijn Oostwaard wilde', 'De welzijnsorganisatie wilde']
		],
		agreed: ['inwoner', 'truus.lansink', 'aziz.bouzid', 'professional', 'beleid'],
		reader: 'lector',
		begun: ago(14, '10:05'),
		changed: did('professional', 10, '15:40')
	}
];
