import { CYCLE } from '#domain/templates/cycle.ts';
import { ago } from '../document.ts';
import type { DemoStudy } from '../study.ts';
import { begun, bullets, p, quote } from '../text.ts';

const first = begun(CYCLE, {
	'Wat gaan we anders doen?': [
		p(
			'Wij vragen niet naar verlies en niet naar eenzaamheid, maar naar een gewone dag: opstaan, eten, de middag, de avond. Negen mensen van boven de tachtig vertellen. Wat wij ervan maken, lezen zij terug.'
		)
	],
	'Wat deden we?': [
		p(
			'Achttien gesprekken bij negen mensen thuis, in augustus en september. Bij vijf van hen kwamen we drie keer. Eén gesprek hielden we kort, omdat de dochter langskwam en wij te veel waren. Twee keer is de opname op verzoek halverwege gewist.'
		)
	],
	'Wat zagen we?': [
		p('Alle negen noemen een tijd, zonder dat wij ernaar vroegen.'),
		bullets(
			'Kwart voor acht, na de weerman: vijf mensen.',
			'Als de gordijnen dicht gaan: drie mensen.',
			'‘Als hij thuis zou komen’: één vrouw, van een man die altijd avonddienst had.'
		),
		quote(
			'Ik dek de tafel voor twee en ruim hem af voor één. Dat is mijn manier.',
			'mevrouw K., 86 jaar, derde gesprek'
		)
	],
	'Wat betekent het?': [
		p(
			'Wij dachten dat de stilte zelf het moeilijke was. De vertellers zeiden: het is het uur. Zeven van de negen wilden iets veranderd hebben aan wat wij schreven; drie keer ging dat over het woord eenzaam.'
		)
	],
	'Wat besluiten we?': [
		p(
			'We gaan verder met de avond. Niet met meer gesprekken erover, maar door er te zijn: twee vrijwilligers en een onderzoeker komen een paar keer na het eten, bij wie daar zelf om vraagt.'
		)
	]
});

const second = begun(CYCLE, {
	'Wat gaan we anders doen?': [
		p(
			'Vier vertellers vroegen of er iemand ’s avonds kon komen. Truus Lansink en een vrijwilliger uit het dorp willen dat doen, van kwart voor acht tot negen. Er is geen programma. Wie dat goed vindt, laat een recorder aan op tafel, zodat wij ook de stilte horen.'
		),
		p(
			'Die recorder is nieuw. De toestemming voor geluid van cyclus 1 gold voor een gesprek en niet voor een avond. Daarom haalde Samira het vinkje weg, en wacht deze cyclus op de handtekening.'
		)
	]
});

/** The cycles, gates, sources and promises around the study Twee kopjes; one gate is open again. */
export const rondTweeKopjes: DemoStudy = {
	cycles: [
		{ by: 'onderzoeker', begun: ago(90, '09:30'), phase: 'reflect', content: first },
		{ by: 'onderzoeker', begun: ago(13, '14:10'), phase: 'plan', content: second }
	],
	gates: [
		{
			...{ gate: 'ethics', by: 'onderzoeker', ticked: ago(95, '10:30') },
			...{ signedBy: 'lector', signed: ago(94, '17:00') }
		},
		{
			...{ gate: 'data', by: 'onderzoeker', ticked: ago(94, '11:15') },
			...{ signedBy: 'lector', signed: ago(93, '09:05') }
		},
		{
			...{ gate: 'consent', by: 'onderzoeker', ticked: ago(93, '13:50') },
			...{ signedBy: 'lector', signed: ago(92, '08:45') },
			takenBack: { item: 'images_and_sound', at: ago(13, '14:25') }
		}
	],
	sources: [
		{
			...{ kind: 'research', by: 'onderzoeker', at: ago(88, '10:00') },
			text: 'Klass, D., Silverman, P. R., & Nickman, S. L. (red.) (1996). Continuing bonds: New understandings of grief. Taylor & Francis.'
		},
		{
			...{ kind: 'research', by: 'lector', at: ago(70, '15:40') },
			text: 'Stroebe, M., & Schut, H. (1999). The dual process model of coping with bereavement. Death Studies, 23(3), 197–224.'
		},
		{
			...{ kind: 'practice', by: 'onderzoeker', at: ago(41, '16:15') },
			text: 'Middaggesprek met een huisarts, een wijkverpleegkundige en een geestelijk verzorger uit Oosterveen, oktober.'
		},
		{
			...{ kind: 'practice', by: 'onderzoeker', at: ago(38, '09:55') },
			text: 'Casus ‘Mevrouw D. doet niet meer open’: een huisbezoek dat klopte volgens het verslag.'
		},
		{
			...{ kind: 'experience', by: 'onderzoeker', at: ago(36, '11:30') },
			text: 'Negen inwoners van Oosterveen over een gewone dag, achttien gesprekken.'
		}
	],
	closings: [
		{
			...{ party: 'citizens', by: 'inwoner', at: ago(4, '20:10') },
			change:
				'Wij noemen de naam. Als ik bij iemand kom die haar man mist, zeg ik: vertel eens van Henk.'
		},
		{
			...{ party: 'practice', by: 'lector', at: ago(3, '12:15') },
			reason:
				'Welzijn Oostwaard en Thuiszorg Pioen bespreken in december wie er na acht uur mag werken.'
		},
		{
			...{ party: 'municipality', by: 'beleid', at: ago(3, '16:20') },
			change:
				'In de nieuwe opdracht voor de sociale basis staat een regel over de avond. Of er geld bij komt, beslist de raad.'
		},
		{
			...{ party: 'research', by: 'onderzoeker', at: ago(2, '15:00') },
			change:
				'Wij zetten in onze vragenlijsten niet meer hoe vaak iemand bezoek krijgt, maar ook wanneer.'
		},
		{
			...{ party: 'education', by: 'docent', at: ago(2, '13:30') },
			change:
				'Rouw na het eerste jaar krijgt een eigen les, met een avondwandeling in plaats van een college.'
		}
	]
};
