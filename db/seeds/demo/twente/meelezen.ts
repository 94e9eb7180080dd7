import { ago } from '../document.ts';
import type { DemoReviews } from '../reviews.ts';
import { AANBELLEN, TWEE_KOPJES } from './names.ts';

const POLICY = `## 3. Toegang tot hulp

Inwoners met een hulpvraag melden zich bij het Loket Samen. Het loket is open op werkdagen van 9.00 tot 12.00 uur. Melden kan ook digitaal, met DigiD.

Na de melding volgt binnen zes weken een gesprek. Daarin brengt de consulent samen met de inwoner de zelfredzaamheid en het eigen netwerk in kaart.

Signalen van eenzaamheid worden door ketenpartners gemeld bij het loket. Zonder melding wordt geen hulp ingezet.

De gemeente meet het resultaat aan het aantal afgehandelde meldingen en aan de uitkomst van het klanttevredenheidsonderzoek.`;

/** Who is asked along with two studies in Twente, and what they say. */
export const meelezen: DemoReviews = {
	rounds: [
		{
			...{ of: AANBELLEN, by: 'onderzoeker', asked: ['inwoner', 'beleid', 'docent'] },
			begun: ago(5, '14:20'),
			dueInDays: 6,
			message: 'De bevindingen staan er nu in. Willen jullie vooral daarnaar kijken?',
			questions: ['Herken je wat hier staat?', 'Wat mist er volgens jou?'],
			answers: [
				{
					...{ by: 'inwoner', at: ago(2, '20:11') },
					answers: [
						'Ja. Vooral dat het weken duurt voor iemand de deur opendoet. Zo was het bij mijn buurvrouw ook.',
						'Dat mensen ook zelf aanbellen. Wij bellen net zo goed bij elkaar aan. Dat lees ik nergens.'
					],
					remarks: ''
				}
			]
		},
		{
			...{ of: TWEE_KOPJES, by: 'onderzoeker', asked: ['lector', 'inwoner'] },
			begun: ago(24, '10:05'),
			dueInDays: -12,
			message: '',
			questions: ['Is duidelijk wat we deden?', 'Wat zou jij anders doen?'],
			answers: [
				{
					...{ by: 'lector', at: ago(18, '09:30') },
					answers: ['De opzet wel, de keuze voor dit huis nog niet.', 'Zeg waarom juist daar.'],
					remarks: 'Mooi opgeschreven.'
				},
				{
					...{ by: 'inwoner', at: ago(15, '19:48') },
					answers: ['Ja hoor.', 'Minder moeilijke woorden in het tweede stuk.'],
					remarks: ''
				}
			],
			closed: { at: ago(11, '16:00'), name: 'Na het meelezen van Marloes en Gerda' }
		}
	],
	mirrors: [{ of: AANBELLEN, by: 'lector', planned: ago(60, '11:00'), forDaysAgo: 3 }],
	policies: [
		{
			...{ of: AANBELLEN, by: 'onderzoeker', kept: ago(21, '13:15') },
			title: 'Beleidsplan Samen Oosterveen, hoofdstuk 3',
			source: 'Gemeente Oosterveen',
			text: POLICY,
			asked: ['professional', 'docent'],
			dueInDays: 4,
			reviews: [
				{
					...{ by: 'professional', at: ago(13, '15:40') },
					remarks: [
						{
							perspective: 'citizen',
							quote: 'Zonder melding wordt geen hulp ingezet.',
							body: 'Wie nergens om vraagt, meldt zich niet. Juist die mensen vonden wij door aan te bellen.'
						},
						{
							perspective: 'citizen',
							quote: 'Melden kan ook digitaal, met DigiD.',
							body: 'Van de mensen bij wie ik aanbel, heeft de helft geen DigiD.'
						},
						{
							perspective: 'professional',
							quote: 'binnen zes weken een gesprek',
							body: 'In zes weken is een deur weer dicht. Ik zou de volgende ochtend al terug willen.'
						}
					],
					checked: {
						...{ own_reason: 'no', own_words: 'no', has_a_say: 'partly' },
						...{ burden: 'partly', one_place: 'yes', way_back: 'no' }
					}
				}
			],
			replies: [
				{
					...{ by: 'beleid', at: ago(6, '10:25') },
					to: 'binnen zes weken een gesprek',
					words: 'Zes weken is wat de wet toestaat. Het wijkteam mag eerder. Dat zetten we erbij.'
				},
				{
					...{ by: 'beleid', at: ago(6, '10:40') },
					to: null,
					words:
						'Dank voor het meelezen. We schreven dit vanuit het loket. In de nieuwe versie beginnen we bij wat mensen zelf willen.'
				}
			]
		}
	],
	requests: [
		{
			...{ of: AANBELLEN, by: 'lector', at: ago(9, '17:05'), askedDaysAgo: 10 },
			concern: 'asked_me',
			who: 'W. Terpstra, hoofd Samenleving',
			organisation: 'Gemeente Oosterveen',
			what: 'Of we de zin weglaten dat het loket de meeste mensen niet bereikt. Die zou slecht vallen in de raad.',
			answer: {
				...{ by: 'lector', at: ago(8, '09:10') },
				words:
					'Nee. De zin volgt uit de dagboeken en blijft staan. We zetten erbij hoe de gemeente het ziet, in haar eigen woorden.'
			}
		}
	]
};
