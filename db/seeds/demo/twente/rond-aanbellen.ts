import { CYCLE } from '#domain/templates/cycle.ts';
import { ago } from '../document.ts';
import type { DemoStudy } from '../study.ts';
import { begun, bullets, p, quote, strong } from '../text.ts';

const first = begun(CYCLE, {
	'Wat gaan we anders doen?': [
		p(
			'Drie sociaal werkers bellen een half jaar aan zonder aanleiding, vier dagdelen per maand, in elf straten. Ze kiezen zelf waarmee: een kleine vraag, een folder of een melding. We doen dit omdat wie met een formulier binnenkomt, met het formulier praat.'
		)
	],
	'Wat deden we?': [
		p(
			'April tot en met september. Er is 145 keer aangebeld. In mei viel een collega drie weken uit; haar straten sloegen we over. In juli vroeg de cliëntenraad om te stoppen in de Lupinestraat, omdat daar die week twee begrafenissen waren. Dat deden we.'
		)
	],
	'Wat zagen we?': [
		p('99 keer ging de deur open. Na drie maanden was er met 45 mensen nog contact.'),
		bullets(
			'Na een kleine vraag: 24 van de 33 open deuren.',
			'Na een folder: 9 van de 37.',
			'Na een melding: 12 van de 29.'
		),
		quote('Weer eentje met een badge.', 'dagboek, juni, een portiek met huurflats')
	],
	'Wat betekent het?': [
		p(
			'De sociaal werkers kozen zelf, dus dit zegt niets over wat beter werkt. Wel zien we dat de rollen omdraaien. Gerda las de dagboeken en zei: jullie schrijven op wat zij zeiden, maar niet wat jullie terugbrachten. Sindsdien staat dat er ook in.'
		)
	],
	'Wat besluiten we?': [
		p(
			'We gaan door, met twee veranderingen. De sociaal werkers zeggen er bij het tweede bezoek bij waarom ze in de straat zijn. En we laten het proberen door mensen die de wijk nog niet kennen.'
		)
	]
});

const second = begun(CYCLE, {
	'Wat gaan we anders doen?': [
		p(
			'Twee nieuwe collega’s bellen aan in vier straten waar ze niemand kennen, alleen met een kleine vraag die ze echt hebben. De cliëntenraad koos de straten. Zo komen we erachter of het aan de vraag ligt, of aan wie hem stelt.'
		)
	],
	'Wat deden we?': [
		p(
			'Sinds begin november: negentien keer aangebeld, altijd overdag. Eén vraag bleek verzonnen; de bewoner merkte het. De collega ging terug en zei dat.'
		)
	],
	'Wat zagen we?': [
		p(
			strong('Tot nu toe: '),
			'elf deuren gingen open, van vier daarvan is iets teruggebracht. In de winter vragen mensen vaker of je even binnen wilt komen, en blijft de deur korter open.'
		),
		quote('U bent niet die van vorig jaar. Die had mijn ladder.', 'bewoner, Asterstraat')
	]
});

/** The cycles, gates, sources and promises around the study Aanbellen zonder aanleiding. */
export const rondAanbellen: DemoStudy = {
	cycles: [
		{ by: 'onderzoeker', begun: ago(235, '10:00'), phase: 'reflect', content: first },
		{ by: 'onderzoeker', begun: ago(23, '09:40'), phase: 'observe', content: second }
	],
	gates: [
		{
			...{ gate: 'ethics', by: 'onderzoeker', ticked: ago(246, '11:20') },
			...{ signedBy: 'lector', signed: ago(244, '16:05') }
		},
		{
			...{ gate: 'data', by: 'onderzoeker', ticked: ago(243, '14:45') },
			...{ signedBy: 'lector', signed: ago(241, '09:15') }
		},
		{
			...{ gate: 'consent', by: 'onderzoeker', ticked: ago(241, '15:30') },
			...{ signedBy: 'lector', signed: ago(238, '12:10') }
		}
	],
	sources: [
		{
			...{ kind: 'research', by: 'onderzoeker', at: ago(248, '10:20') },
			text: 'Werkplaats Twente (2025). Wie belt wie? Eerste contacten van vier wijkteams.',
			address: 'https://werkplaats-twente.example/wie-belt-wie'
		},
		{
			...{ kind: 'research', by: 'lector', at: ago(230, '13:00') },
			text: 'Baart, A. (2001). Een theorie van de presentie. Lemma.'
		},
		{
			...{ kind: 'practice', by: 'professional', at: ago(60, '16:30') },
			text: 'Dagboeken van drie sociaal werkers van Welzijn Oostwaard, april tot en met september.'
		},
		{
			...{ kind: 'practice', by: 'onderzoeker', at: ago(55, '11:10') },
			text: 'Casus ‘De koffieochtend waar niemand kwam’: wat een folder wel en niet doet.'
		},
		{
			...{ kind: 'experience', by: 'onderzoeker', at: ago(52, '15:00') },
			text: 'Twaalf inwoners van het Pioenkwartier die teruglazen wat wij over hen schreven.'
		},
		{
			...{ kind: 'experience', by: 'onderzoeker', at: ago(50, '14:20') },
			text: 'De cliëntenraad van Oosterveen, elke maand een middag met de dagboeken op tafel.'
		}
	],
	closings: [
		{
			...{ party: 'citizens', by: 'inwoner', at: ago(9, '19:30') },
			change:
				'De cliëntenraad kiest voortaan mee in welke straten wordt aangebeld, en wanneer niet. En ik leen mijn schaar uit.'
		},
		{
			...{ party: 'practice', by: 'professional', at: ago(8, '17:05') },
			change:
				'Iedereen in het team krijgt twee dagdelen per maand zonder afspraken, ook wie net begint. We bellen niet meer aan met een folder bij iemand die we niet kennen.'
		},
		{
			...{ party: 'research', by: 'onderzoeker', at: ago(6, '10:45') },
			change:
				'Wij laten bewoners teruglezen voordat wij gaan tellen, en niet erna. En we zoeken nu ook de mensen die de deur dicht hielden.'
		},
		{
			...{ party: 'education', by: 'docent', at: ago(5, '15:20') },
			change:
				'In het tweede jaar oefenen we het eerste gesprek zonder formulier. Het formulier komt pas in les vier.'
		}
	]
};
