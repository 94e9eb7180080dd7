/** Fictional organisations, and the werkplaats of which they are partners. */
export const ORGANISATIONS = [
	{ name: 'Gemeente Oosterveen', kind: 'municipality', partnerOf: 'twente' },
	{ name: 'Welzijn Oostwaard', kind: 'welfare', partnerOf: 'twente' },
	{ name: 'Cliëntenraad Oosterveen', kind: 'citizens', partnerOf: 'twente' },
	{ name: 'Thuiszorg Pioen', kind: 'care', partnerOf: 'twente' },
	{ name: 'Kringloop De Tweede Ronde', kind: 'other', partnerOf: 'twente' },
	{ name: 'Bibliobus De Wouden', kind: 'other', partnerOf: 'friesland' },
	{ name: 'Dorpenkoepel Noarderwâld', kind: 'citizens', partnerOf: 'friesland' },
	{ name: 'Gemeente Noarderwâld', kind: 'municipality', partnerOf: 'friesland' },
	{ name: 'Stichting Trap Op', kind: 'welfare', partnerOf: 'rotterdam' },
	{ name: 'Bewonersgroep De Galerij', kind: 'citizens', partnerOf: 'rotterdam' },
	{ name: 'Thuiszorg Kadehuis', kind: 'care', partnerOf: 'rotterdam' },
	{ name: 'Stadsdeel Maasoever', kind: 'municipality', partnerOf: 'rotterdam' },
	{ name: 'Zorggroep Vechtrand', kind: 'care', partnerOf: 'zwolle' },
	{ name: 'Jeugdhulp Zandweer', kind: 'care', partnerOf: 'zwolle' },
	{ name: 'Bewonersraad Ooststroom', kind: 'citizens', partnerOf: 'zwolle' },
	{ name: 'Gemeente Vechtveen', kind: 'municipality', partnerOf: 'zwolle' },
	{ name: 'Welzijn Vechtveen', kind: 'welfare', partnerOf: 'zwolle' },
	{ name: 'Welzijn Maasbocht', kind: 'welfare', partnerOf: 'zuyd' }
] as const;

/** What werkplaatsen ask themselves, beside the questions that ship with the product. */
export const QUESTIONS = [
	{
		werkplaats: 'twente',
		theme: 'eenzaamheid',
		question:
			'Hoe komen we in contact met mensen die weinig anderen zien, zonder dat contact zelf een voorziening wordt?'
	},
	{
		werkplaats: 'twente',
		theme: 'mantelzorg',
		question: 'Wie zorgt er voor wie zorgt, als de dienst om zes uur begint?'
	},
	{
		werkplaats: 'twente',
		theme: 'vakmanschap',
		question: 'Wat doet een goede sociaal werker in de eerste tien minuten?'
	},
	{
		werkplaats: 'friesland',
		theme: 'eenzaamheid',
		question: 'Hoe houden dorpen elkaar in het oog als de winkel dicht is?'
	},
	{
		werkplaats: 'rotterdam',
		theme: 'eenzaamheid',
		question: 'Wat betekent alleen zijn in een flat met tachtig voordeuren?'
	},
	{
		werkplaats: 'rotterdam',
		theme: 'bestaanszekerheid',
		question: 'Wat gebeurt er in een huishouden in de laatste tien dagen van de maand?'
	},
	{
		werkplaats: 'zwolle',
		theme: 'eenzaamheid',
		question: 'Wat heeft zingeving met bezoek te maken?'
	},
	{
		werkplaats: 'zuyd',
		theme: 'eenzaamheid',
		question: 'Wie mist de verenigingen, en wie was er nooit lid?'
	}
] as const;
