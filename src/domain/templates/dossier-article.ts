import type { Section } from './template.ts';

/** An article for a dossier: what was found, for who was not there. */
export const DOSSIER_ARTICLE: readonly Section[] = [
	{
		heading: 'Waarom nu?',
		guidance: 'Waarom is dit onderwerp nu belangrijk? Begin met een voorbeeld dat iedereen herkent.'
	},
	{
		heading: 'De kern in vijf punten',
		guidance: 'Wat moet iemand onthouden die alleen dit leest? Schrijf per punt één zin.'
	},
	{
		heading: 'Wat zagen we?',
		guidance: 'Vertel wat er uit het onderzoek of de casussen kwam, en waaruit dat blijkt.'
	},
	{
		heading: 'Hoe kijken anderen hiernaar?',
		guidance: 'Wat zeggen inwoners, professionals en gemeente? Laat verschil staan.'
	},
	{
		heading: 'Wat kun je ermee?',
		guidance: 'Wat kan een professional, een docent of een gemeente morgen anders doen?'
	},
	{
		heading: 'Wat we nog niet weten',
		guidance: 'Welke vraag blijft over? Wie zoekt daar verder naar?'
	},
	{
		heading: 'Verder lezen',
		guidance: 'Noem de bronnen, in APA-stijl, met een adres als dat er is.'
	},
	{
		heading: 'Over dit artikel',
		guidance: 'Wie schreven dit, uit welke werkplaats, en bij wie kan iemand terecht met een vraag?'
	}
];
