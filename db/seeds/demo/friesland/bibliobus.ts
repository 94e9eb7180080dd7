import { ago, did, type DemoDocument } from '../document.ts';
import { bullets, callout, doc, em, h1, p, quote, table } from '../text.ts';

const content = doc(
	h1('Aanleiding en praktijkvraag'),
	p(
		'In vier dorpen in het noorden van Friesland is de laatste winkel dicht. De bibliobus komt er nog, om de week, twintig minuten. De chauffeur vroeg ons of het langer mocht. Niet vanwege de boeken. ‘Ze blijven staan als ik al gestart heb.’'
	),
	p(
		'De praktijkvraag: hoe houden dorpen elkaar in het oog als de winkel dicht is, en wat kan een bus daaraan doen die er toch al komt?'
	),
	h1('Aanpak'),
	p(
		'Een half jaar lang bleef de bus in twee dorpen een uur langer staan; in twee andere bleef alles zoals het was. Chauffeur Klaas Postma hield een schriftje bij en schrijft mee aan deze studie. Studenten reden mee. Aan het eind zaten we in elk dorp een avond aan één tafel met wie er wilde komen.'
	),
	h1('Bevindingen'),
	p(
		'Het uur vulde zich, maar niet meteen. De eerste vijf keer zat de chauffeur alleen. Daarna kwamen mensen die niets leenden: om te vragen of de bus de volgende keer een pakje mee kon nemen, om te schuilen, om te kijken wie er was.'
	),
	quote(
		'In de winkel kwam je voor melk en hoorde je wie er ziek was. Nu komt de melk aan huis en weet ik van niks.',
		'bewoonster, 69 jaar'
	),
	table(
		['Wat er in het extra uur gebeurde', 'Keren in het schriftje'],
		['Iets lenen of terugbrengen', '61'],
		['Iets laten meenemen of bezorgen', '38'],
		['Vragen hoe het met een ander is', '54'],
		['Alleen zitten', '29']
	),
	p(
		'De derde regel verraste ons. Mensen vertelden weinig over zichzelf en veel over wie er níet was. Zo kwam twee keer aan het licht dat iemand al dagen niet gezien was. Beide keren ging een dorpsgenoot kijken, geen hulpverlener.'
	),
	callout('tip', 'Zoek geen nieuwe plek. Zoek wat er al komt, en laat het langer staan.'),
	h1('Variatie in de praktijk'),
	p(
		'In het ene dorp werd de bus een plek van ouderen. In het andere kwamen ook moeders na schooltijd, omdat de bus daar op woensdag stond. In een dorp zonder extra uur begon iemand zelf, met een tafel in de garage. Dat hadden wij niet bedacht en het telt misschien het zwaarst.'
	),
	h1('Spanningsvelden en regels die knellen'),
	bullets(
		'Een chauffeur is volgens de cao geen gastheer. Het extra uur werd geboekt als ‘laden en lossen’.',
		'Wie ziet dat iemand wegblijft, weet iets. Klaas wil dat niet melden: ‘Dan ben ik de volgende keer van de gemeente.’',
		'Een bus die er na een half jaar weer niet is, laat een gat achter dat er eerst niet was.'
	),
	h1('Wat gaan we anders doen?'),
	p(
		'De bus houdt het uur, voor ten minste drie jaar. De dorpenkoepel maakt er een afspraak bij die op één blaadje past: wie mist er iemand, en wie gaat er kijken? De hogeschool rijdt elk najaar een keer mee.'
	),
	p(em('Dit gaat over vier dorpen en één chauffeur. Een andere chauffeur is een andere bus.'))
);

export const bibliobus: DemoDocument = {
	werkplaats: 'friesland',
	kind: 'study',
	title: 'De bibliobus stopt een uur langer',
	by: 'buitenstaander',
	themes: ['eenzaamheid', 'sociale-basis'],
	domains: ['wmo'],
	sensitivity: 'open',
	state: 'published',
	content,
	shares: [{ person: 'klaas.postma', level: 'edit' }],
	begun: ago(240, '10:00'),
	changed: did('buitenstaander', 19, '14:30'),
	visits: [
		did('coordinator', 11, '10:20'),
		did('onderzoeker', 10, '09:50'),
		did('landelijk', 5, '13:30'),
		did('inwoner', 16, '20:10'),
		did('buitenstaander', 3, '09:40')
	]
};
