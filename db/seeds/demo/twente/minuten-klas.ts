import type { DemoClass } from '../class.ts';
import { ago, did } from '../document.ts';
import { bullets, h1, p } from '../text.ts';
import { MINUTEN_DESIGN, MINUTEN_GUIDE } from './minuten-design.ts';
import { TIEN_MINUTEN } from './names.ts';

/** Second-year students and professionals, mixed; the deadline is over, and groups are as far as they are. */
export const minutenKlas: DemoClass = {
	of: TIEN_MINUTEN,
	by: 'docent',
	design: MINUTEN_DESIGN,
	guide: MINUTEN_GUIDE,
	title: 'Tweedejaars en aanbellers, najaar',
	begun: ago(34, '09:00'),
	due: ago(9, '21:00'),
	closes: ago(-12, '21:00'),
	reviews: 1,
	isAnonymous: false,
	allocated: ago(8, '08:15'),
	groups: [
		{
			name: 'De schaar',
			members: ['student2', 'truus.lansink'],
			turns: [
				{
					written: [
						{
							...did('student2', 20, '13:10'),
							lines: [
								h1('De vraag die openging'),
								p(
									'‘Mag ik een schaar van u lenen?’ Truus speelde de bewoner en zei bij deze vraag meteen: open. Ze moest ervoor naar de keukenla, en daar lag de brief van het ziekenhuis.'
								)
							]
						},
						{
							...did('truus.lansink', 19, '19:45'),
							lines: [
								p(
									'Van mijn kant: ik was niet zielig meer, ik was iemand met een schaar. Dat ze niet naar de brief vroeg, dat was het.'
								)
							]
						}
					],
					handedIn: did('student2', 11, '16:20'),
					peers: {
						...ago(6, '10:30'),
						levels: [2, 1, 0],
						answers: [
							'De schaar nemen wij over, maar dan iets wat wij echt nodig hebben.',
							'Wij zouden na de keukenla langer stil blijven.'
						]
					},
					teacher: {
						...ago(5, '15:05'),
						levels: [2, 1, 0],
						remarks:
							'Sterk dat Truus haar kant zelf beschrijft. Ik mis nog welke vraag jullie voortaan thuislaten, en waaraan je merkt dat het zonder beter gaat. Maak dat af en lever opnieuw in.'
					},
					returned: ago(5, '15:10')
				},
				{
					written: [
						{
							...did('student2', 4, '20:15'),
							lines: [
								h1('De vraag die thuisblijft'),
								p(
									'‘Hoe gaat het nu met u?’ Daarop kan alleen ‘goed’. We merken het aan de jas: wie die vraag krijgt, houdt hem aan.'
								)
							]
						}
					],
					handedIn: did('truus.lansink', 3, '09:20'),
					confirmed: [
						{ by: 'student2', says: 'Ik was in ronde 2 en 4 de bezoeker.' },
						{
							by: 'truus.lansink',
							says: 'Ik typ niet snel. De zin over de jas is van mij, Naomi schreef hem op.'
						}
					],
					teacher: {
						...ago(2, '11:00'),
						levels: [2, 2, 2],
						remarks: 'Die jas vergeet ik niet meer. Klaar.'
					}
				}
			],
			finished: ago(2, '11:02')
		},
		{
			name: 'De drempel',
			members: ['student', 'professional'],
			turns: [
				{
					written: [
						{
							...did('student', 18, '14:00'),
							lines: [
								h1('Open of dicht'),
								bullets(
									'‘Woont u hier al lang?’ Open, bij alle drie de bewoners.',
									'‘Weet u waarom ik kom?’ Dicht. Joost stelde hem zelf, en schrok.',
									'‘Zal ik mijn schoenen uitdoen?’ Open, en meteen gelach.'
								)
							]
						},
						{
							...did('professional', 17, '21:30'),
							lines: [
								p(
									'Ik bel al elf jaar aan en heb die tweede vraag misschien wel duizend keer gesteld. Ik dacht dat hij eerlijk was. Van de andere kant klinkt hij als een toets.'
								)
							]
						}
					],
					handedIn: did('professional', 10, '12:40'),
					confirmed: [{ by: 'professional', says: 'Ik heb de avond geregeld, en de koffie.' }],
					peers: {
						...ago(6, '19:15'),
						levels: [2, 1, 1],
						answers: [
							'‘Zal ik mijn schoenen uitdoen?’ Die kost niets en zegt alles.',
							'Wij zouden ook opschrijven wat de bewoner deed met zijn handen.'
						],
						remarks: 'Moedig dat jullie erbij zeggen van wie de dichte vraag was.'
					},
					teacher: {
						...ago(4, '16:45'),
						levels: [2, 1, 1],
						remarks:
							'Drie bewoners, drie keer dezelfde vraag: zo kun je vergelijken. Laat de bewoners nu zelf aan het woord, met hun vijf zinnen. Nu lezen we vooral de bezoeker.'
					},
					returned: ago(4, '16:50')
				}
			]
		},
		{
			name: 'De jas',
			members: ['aziz.bouzid', 'inwoner'],
			turns: [
				{
					written: [
						{
							...did('aziz.bouzid', 16, '10:20'),
							lines: [
								h1('Wat er gebeurde'),
								p(
									'Gerda deed open met de ketting erop. Ik vroeg of ik het pakketje voor de buren mocht afgeven. De ketting ging eraf voordat ze antwoord gaf.'
								)
							]
						},
						{
							...did('inwoner', 15, '11:05'),
							lines: [
								p(
									'Een pakketje is niet van mij, dus daar kan ik ook niets fout in doen. Zo ging de ketting eraf. Bij ‘hoe is het met u’ had ik hem laten zitten.'
								)
							]
						}
					],
					handedIn: did('inwoner', 10, '18:55')
				}
			]
		},
		{
			name: 'De trap',
			members: ['yusra.haddad', 'ilse.karsten'],
			turns: [
				{
					written: [
						{
							...did('yusra.haddad', 12, '15:35'),
							lines: [
								h1('Eén open vraag'),
								p(
									'‘Waar zit u het liefst?’ De bewoner wees naar de trap. Daar zaten we, ik een tree lager.'
								)
							]
						},
						{
							...did('ilse.karsten', 9, '20:50'),
							lines: [
								p(
									'Voortaan thuis: ‘Zullen we even gaan zitten?’ Dat is geen vraag maar een opdracht, in andermans huis.'
								)
							]
						}
					],
					// Twelve hours after the deadline.
					handedIn: did('ilse.karsten', 8, '07:55')
				}
			]
		},
		{
			name: 'De bel',
			members: ['tomasz.wrona', 'carla.brinkhuis'],
			turns: [
				{
					written: [
						{
							...did('carla.brinkhuis', 7, '17:25'),
							lines: [
								h1('Ronde 2'),
								p('Twaalf vragen in tien minuten, en zeven keer ‘dicht’. Tomasz werkt ze nog uit.')
							]
						}
					]
				}
			]
		},
		{ name: 'De mat', members: ['shirley.pattipeilohy', 'dirkje.weijers'], turns: [] }
	]
};
