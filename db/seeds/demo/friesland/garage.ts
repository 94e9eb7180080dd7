import { ago, did, told, type DemoDocument } from '../document.ts';
import { bullets, doc, h1, p } from '../text.ts';

const content = doc(
	h1('Waarom deze casus?'),
	p(
		'In een dorp waar de bibliobus niet langer bleef staan, zette een bewoner een tafel in zijn garage. Er kwamen mensen. Het dorpshuis, vier deuren verder, werd er stiller van.'
	),
	h1('De situatie in het kort'),
	p(
		'Sinds het voorjaar staat op dinsdag en donderdag de garagedeur open. Er is een tafel, er zijn acht stoelen die niet bij elkaar passen en er hangt geen bord. Het dorpshuis heeft op dezelfde dagen een inloop, met subsidie.'
	),
	h1('Regels en systemen'),
	p(
		'Een garage is geen plek om mensen te ontvangen: er is geen nooduitgang en geen vergunning. Het dorpshuis krijgt geld per bezoeker.'
	)
);

const TAFEL = 'De tafel';
const INLOOP = 'De inloop loopt terug';
const BRIEF = 'De brief over brandveiligheid';

const lessons = doc(
	h1('Waar lopen de verhalen uiteen?'),
	p(
		'De een telt mensen die wegblijven, de ander mensen die komen. Het zijn voor de helft dezelfde mensen. Wie nooit in het dorpshuis kwam, telt in geen van beide lijsten.'
	),
	h1('Beslismomenten'),
	bullets(
		'Niemand van het dorpshuis liep eerst zelf de garage in.',
		'De gemeente stuurde een brief voordat er iemand gebeld had. Daarna ging de telefoon wel.'
	),
	h1('Leervragen'),
	bullets(
		'Wat had de garage dat het dorpshuis niet had?',
		'Aan wie zou jij de subsidie geven, en wil die dat wel?'
	)
);

export const garage: DemoDocument = {
	werkplaats: 'friesland',
	kind: 'case',
	title: 'De tafel in de garage',
	by: 'geeske.terpstra',
	themes: ['eenzaamheid', 'formeel-informeel'],
	domains: ['wmo'],
	sensitivity: 'open',
	state: 'published',
	content,
	case: {
		head: {
			pseudonym: 'De man met de garage',
			period: 'voorjaar tot najaar',
			region: 'een dorp in het noorden',
			areas: ['network', 'meaning'],
			group: 'working_middle',
			groupList: 2023
		},
		moments: [
			{ title: TAFEL, period: 'het voorjaar' },
			{ title: INLOOP, period: 'de zomer' },
			{ title: BRIEF, period: 'september' }
		],
		voices: [
			{
				perspective: 'citizen',
				holder: 'oane.hiemstra',
				told: [
					told(
						TAFEL,
						'Ik was mijn fiets aan het plakken met de deur open. Er bleef iemand staan. De week erna stonden er drie. Toen heb ik een tafel neergezet, dat leek me logischer dan staan.',
						'Ik heb niks bedacht. Ik ben gewoon thuis.'
					),
					told(
						BRIEF,
						'Een brief van vier kantjes. Over deuren. Ik heb er één deur, en die staat open.'
					)
				]
			},
			{
				perspective: 'professional',
				holder: 'geeske.terpstra',
				label: 'Beheer dorpshuis',
				told: [
					told(
						INLOOP,
						'Ik zat daar met gesmeerde broodjes. Van elf naar vier mensen. Ik was boos op Oane, en ik durfde niet te gaan kijken.'
					),
					told(
						BRIEF,
						'Ja, ik heb gebeld met de gemeente. Ik vroeg of het mocht, die garage. Ik wist het antwoord al.'
					)
				]
			},
			{
				perspective: 'municipality',
				holder: 'idris.warsame',
				told: [
					told(
						BRIEF,
						'Wij kregen een vraag over veiligheid en daar moeten we iets mee. Als er brand komt, staat mijn naam onder de brief die er niet was.',
						'Ik ben daarna zelf gaan kijken. Ik heb er twee uur gezeten. Ik had niet gezegd van wie ik was, en dat vond achteraf niemand leuk.'
					)
				]
			}
		],
		lessons,
		closings: [
			{
				perspective: 'citizen',
				by: 'oane.hiemstra',
				change: 'Er hangt een brandblusser. Dinsdag ben ik dicht, dan gaan we naar Geeske.'
			},
			{
				perspective: 'professional',
				by: 'geeske.terpstra',
				change: 'Donderdag doe ik het dorpshuis op slot en zit ik in de garage. Met broodjes.'
			},
			{
				perspective: 'municipality',
				by: 'idris.warsame',
				change:
					'Voor plekken tot tien mensen bellen wij eerst, en sturen we geen brief. Het geld per bezoeker is nog niet veranderd.'
			},
			{
				perspective: 'relative',
				by: 'geeske.terpstra',
				reason: 'Oane zegt dat zijn vrouw er het hare van denkt, en dat dat van haar is.'
			}
		]
	},
	begun: ago(80, '15:00'),
	changed: did('geeske.terpstra', 18, '17:25'),
	visits: [did('coordinator', 12, '11:30'), did('landelijk', 14, '09:55')]
};
