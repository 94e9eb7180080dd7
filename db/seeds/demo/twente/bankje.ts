import { ago, did, told, type DemoDocument } from '../document.ts';
import { doc, em, h1, p } from '../text.ts';
import { BANKJE } from './names.ts';

const content = doc(
	h1('Waarom deze casus?'),
	p(
		'Op de stoep voor de apotheek praten mensen met elkaar, tot de deur opengaat. Dat kwam aan het licht toen de koffieochtend in het buurthuis mislukte. Nu kan er een bankje komen. Drie partijen schrijven eerst apart op hoe zij het zien, en lezen elkaar pas daarna.'
	),
	p(em('Volgende week zitten we aan één tafel. Dan gaan alle stemmen tegelijk open.')),
	h1('De situatie in het kort'),
	p(
		'De apotheek in de wijk gaat om half elf open. Vanaf tien uur staan er mensen te wachten, op dinsdag en vrijdag de meeste. De stoep is twee meter breed. In oktober besprak het wijkteam de plek met de gemeente. Er is geld voor een bank, als die vóór het nieuwe jaar geplaatst wordt.'
	),
	h1('Regels en systemen'),
	p(
		'Een bank op de stoep heeft een vergunning nodig en anderhalve meter vrije ruimte. Geld dat voor ontmoeting is bedoeld, vervalt op 31 december.'
	)
);

const STOEP = 'Op de stoep';
const GESPREK = 'Het gesprek in oktober';
const BANK = 'Als de bank er staat';

export const bankje: DemoDocument = {
	werkplaats: 'twente',
	kind: 'case',
	title: BANKJE,
	by: 'coordinator',
	themes: ['eenzaamheid', 'sociale-basis'],
	domains: ['wmo'],
	sensitivity: 'werkplaats',
	content,
	case: {
		blind: true,
		head: {
			pseudonym: 'De mensen op de stoep',
			period: 'dit najaar',
			region: 'een wijk in een stad in het oosten',
			areas: ['network', 'meaning'],
			group: 'low_retired',
			groupList: 2023
		},
		moments: [
			{ title: STOEP, period: 'elke dinsdag en vrijdag' },
			{ title: GESPREK, period: 'oktober' },
			{ title: BANK, period: 'misschien in december' }
		],
		voices: [
			{
				perspective: 'citizen',
				holder: 'inwoner',
				told: [
					told(
						STOEP,
						'Ik sta daar zelf ook. Ik heb mijn pillen donderdag al, die worden gebracht. Maar dat weet niemand.',
						'Je staat daar voor de apotheek, dus je hebt een reden. Je hoeft niks te zeggen. Als het begint te regenen ga je naar huis en is er niks gebeurd.'
					),
					told(
						BANK,
						'Wie gaat zitten, moet ook weer opstaan. En dan zien ze wie er blijft.',
						'Ik moet nog opschrijven van Ria en haar rollator. Zij zou wél willen zitten.'
					)
				]
			},
			{
				perspective: 'professional',
				holder: 'professional',
				label: 'Sociaal werk',
				told: [
					told(
						STOEP,
						'Ik fiets er sinds de zomer bewust langs. Acht mensen, soms elf. Drie van hen kreeg ik nooit aan de deur. Ik stap niet af. Zodra ik erbij sta, ben ik van het wijkteam.'
					),
					told(
						GESPREK,
						'Ik heb ja gezegd tegen een bank voordat ik met iemand op de stoep had gesproken. Precies wat wij de gemeente na de koffieochtend verweten.'
					)
				]
			},
			{
				perspective: 'municipality',
				holder: 'beleid',
				told: [
					told(
						GESPREK,
						'Er was geld over van de koffieochtend. Teruggeven betekent dat we volgend jaar minder krijgen. Een bank is tastbaar, en niemand kan zeggen dat hij niet gebruikt wordt.',
						'Ik heb naar Rotterdam gebeld. Daar haalden ze een bank weg uit de hal van een flat, en nu mist iedereen hem. Ik dacht: dan zit ik goed.'
					),
					told(
						BANK,
						'Ik durf het nog niet hardop te zeggen, maar ik weet niet voor wie ik hem koop.'
					)
				]
			}
		]
	},
	begun: ago(9, '13:15'),
	changed: did('coordinator', 1, '16:30'),
	visits: [
		did('inwoner', 1, '20:15'),
		did('professional', 2, '12:30'),
		did('beleid', 1, '16:40'),
		did('coordinator', 1, '16:30'),
		did('lector', 3, '10:05')
	]
};
