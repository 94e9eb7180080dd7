import type { DemoClass } from '../class.ts';
import { ago, did } from '../document.ts';
import { h1, p } from '../text.ts';
import { BRIEVEN_DESIGN } from './brieven-design.ts';

/** Still under way; who looks at whose letter, groups do not learn. */
export const brievenKlas: DemoClass = {
	of: 'Drie brieven op één dag',
	by: 'docent',
	design: BRIEVEN_DESIGN,
	title: 'Vrijdagochtendgroep',
	begun: ago(15, '08:30'),
	due: ago(-4, '15:00'),
	closes: ago(-18, '22:00'),
	reviews: 1,
	isAnonymous: true,
	allocated: ago(4, '09:00'),
	groups: [
		{
			name: 'Tafel 1',
			members: ['inwoner', 'harmen.kok'],
			turns: [
				{
					written: [
						{
							...did('harmen.kok', 12, '10:15'),
							lines: [
								h1('De nieuwe brief'),
								p(
									'Beste mevrouw K., u krijgt elke maand geld van ons bij uw loon. Om te weten hoeveel, hebben we uw loonstroken van september nodig. Stuur een foto naar het nummer hieronder, of leg ze bij de balie. Lukt dat niet vóór vrijdag? Bel Fatima. Uw geld gaat dan gewoon door.'
								)
							]
						},
						{
							...did('inwoner', 11, '14:40'),
							lines: [
								h1('De regel'),
								p(
									'Stopzetten gaat vanzelf, weer beginnen duurt zes weken. Daar is geen woord tegen opgewassen.'
								)
							]
						}
					],
					handedIn: did('inwoner', 8, '16:00'),
					confirmed: [
						{ by: 'inwoner', says: 'Ik heb de brief hardop voorgelezen, drie keer.' },
						{ by: 'harmen.kok', says: '' }
					],
					peers: {
						...ago(3, '13:20'),
						levels: [2, 1, 1],
						answers: [
							'Bellen. Er staat een naam.',
							'‘hieronder’, want daar stond niets.',
							'Ja, als Fatima bestaat.'
						]
					},
					teacher: {
						...ago(2, '09:30'),
						levels: [2, 2, 2],
						remarks:
							'Zesenvijftig woorden, een naam en een uitweg. De regel die jullie noemen leg ik voor aan de gemeente. Dit is af.'
					}
				}
			],
			finished: ago(2, '09:35')
		},
		{
			name: 'Tafel 2',
			members: ['truus.lansink', 'beleid'],
			turns: [
				{
					written: [
						{
							...did('beleid', 10, '16:10'),
							lines: [
								h1('De nieuwe brief'),
								p(
									'Geachte mevrouw, in het kader van de maandelijkse vaststelling verzoeken wij u de loonstroken over de voorgaande periode te overleggen.'
								)
							]
						},
						{
							...did('truus.lansink', 9, '20:05'),
							lines: [
								p(
									'Ik laat Hannekes zin staan, want zo begon het. Na een half uur werd het: wij willen uw loonstroken zien. Mag ook een foto zijn.'
								)
							]
						}
					],
					handedIn: did('beleid', 7, '11:30'),
					peers: {
						...ago(3, '15:45'),
						levels: [0, 2, 0],
						answers: [
							'De eerste zin niet uitlezen, en hem bij de andere veertig leggen.',
							'‘Vaststelling’, ‘voorgaande’ en ‘overleggen’.',
							'De tweede versie wel.'
						]
					},
					teacher: {
						...ago(1, '10:10'),
						levels: [1, 1, 0],
						remarks:
							'Mooi dat je ziet hoe de zin verandert. Maak van Truus’ versie de hele brief, en schrijf erbij welke regel je niet weg kreeg. Hanneke, jij weet waar die vandaan komt.'
					},
					returned: ago(1, '10:15')
				}
			]
		},
		{
			name: 'Tafel 3',
			members: ['aziz.bouzid', 'onderzoeker'],
			turns: [
				{
					written: [
						{
							...did('onderzoeker', 9, '09:15'),
							lines: [
								h1('De brief van de school'),
								p(
									'Volgende maand gaat de klas van Noor op kamp. Dat kost 85 euro. Is dat nu te veel, zet dan een kruisje en geef het briefje terug. Dan regelen wij het, en niemand hoort het.'
								)
							]
						},
						{
							...did('aziz.bouzid', 6, '12:25'),
							lines: [
								p(
									'Een kruisje is te doen. De regel die blijft: wie het kruisje zet, moet bij het fonds alsnog zijn inkomen laten zien.'
								)
							]
						}
					],
					handedIn: did('aziz.bouzid', 5, '08:50')
				}
			]
		},
		{
			name: 'Tafel 4',
			members: ['student', 'professional'],
			turns: [
				{
					written: [
						{
							...did('student', 3, '10:40'),
							lines: [
								h1('Op de mat'),
								p('Ik legde de brief van de energie weg, want daar kwam geld uit. Fout dus.')
							]
						},
						{
							...did('professional', 1, '20:20'),
							lines: [p('Ik de gemeente. Die ken ik, die komt toch wel terug.')]
						}
					]
				}
			]
		},
		{ name: 'Tafel 5', members: ['student2', 'ilse.karsten'], turns: [] }
	]
};
