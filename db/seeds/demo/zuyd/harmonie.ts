import { ago, did, type DemoDocument } from '../document.ts';
import { bullets, callout, doc, em, h1, p, quote, strong, table } from '../text.ts';

const content = doc(
	h1('Aanleiding en praktijkvraag'),
	p(
		'In een dorp in Zuid-Limburg hield de harmonie na honderdtwaalf jaar op. Het instrumentenhok werd een berging. Een oud-bestuurslid vroeg: wie mist ons nu eigenlijk? En een student die er niet vandaan kwam, vroeg door: wie was er nooit lid?'
	),
	h1('Aanpak'),
	p(
		'We legden verhalen en cijfers naast elkaar. Oud-bestuursleden zochten uit de ledenboeken op wie er wanneer kwam en ging. Studenten spraken in dezelfde straten met mensen die in geen enkel boek staan.'
	),
	h1('Bevindingen'),
	table(
		['Jaar', 'Leden', 'Waarvan buiten het dorp geboren'],
		['1975', '84', '3'],
		['1995', '61', '4'],
		['2015', '29', '2'],
		['2024', '11', '2']
	),
	p(
		'Wie lid was, mist drie dingen: de dinsdag, het uniform en iemand die belt als je niet komt. Niemand noemde als eerste de muziek.'
	),
	quote('Op dinsdag wist mijn vrouw waar ik was. En ik ook.', 'oud-lid, trombone'),
	p(
		'Wie geen lid was, mist de harmonie niet. Maar veel van hen missen wel wat de leden hadden. Ze wisten alleen niet dat het te krijgen was.'
	),
	quote(
		'Ze kwamen elk jaar langs met de collectebus. In eenentwintig jaar heeft niemand gevraagd of ik iets kon spelen.',
		'bewoner, accordeon'
	),
	callout(
		'warning',
		'Een vereniging die verbindt, trekt ook een grens. Wie alleen de leden vraagt, hoort alleen het verlies.'
	),
	h1('Duiding'),
	p(
		strong('Missen en niet meedoen zijn twee verhalen. '),
		'Beleid dat ‘het verenigingsleven versterkt’, helpt het eerste verhaal en gaat voorbij aan het tweede. Wij denken dat de vraag niet is hoe een vereniging blijft bestaan, maar hoe het vraagje ‘speel jij iets?’ aan elke deur komt.'
	),
	h1('Opbrengst'),
	bullets(
		'Op dinsdagavond is het hok weer open. Er wordt gespeeld door wie er is.',
		'De gemeente telt in het verenigingenbeleid voortaan ook wie er aanbelde en niet binnenkwam.',
		'Een les over lid zijn, voor tweedejaars.'
	),
	p(
		em(
			'De ledenboeken zijn van het dorp. De verhalen zijn van wie ze vertelde; één verteller heeft het zijne teruggenomen.'
		)
	)
);

export const harmonie: DemoDocument = {
	werkplaats: 'zuyd',
	kind: 'study',
	title: 'Wie mist de harmonie?',
	by: 'guus.lemmens',
	themes: ['eenzaamheid', 'sociale-basis', 'impact'],
	domains: ['wmo'],
	sensitivity: 'open',
	state: 'published',
	content,
	begun: ago(200, '09:45'),
	changed: did('guus.lemmens', 28, '12:15'),
	visits: [
		did('landelijk', 15, '10:10'),
		did('lector', 20, '16:35'),
		did('guus.lemmens', 12, '11:00')
	]
};
