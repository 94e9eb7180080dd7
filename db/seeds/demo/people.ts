import type { WerkplaatsFunction } from '#domain/functions.ts';

/** All of them share it, so that whoever tries the demo types one. */
export const DEMO_PASSWORD = 'wisselwerking-demo';

/** What somebody is, and where; dates in days from today. A null werkplaats is the network. */
type DemoMembership = {
	werkplaats: string | null;
	function: WerkplaatsFunction;
	organisation: string;
	since: number;
	/** Days that it still holds; without it the membership is open-ended. */
	until?: number;
};

export type DemoPerson = { name: string; memberships: DemoMembership[]; administrator?: true };

/** Somebody in the demo, by the first half of their address. */
export type DemoName = keyof typeof SIGN_IN | keyof typeof COLLEAGUES;

export const demoAddress = (name: string): string => `${name}@wisselwerking.example`;

const member = (
	werkplaats: string | null,
	as: WerkplaatsFunction,
	organisation: string,
	since: number,
	until?: number
): DemoMembership => ({ werkplaats, function: as, organisation, since, until });

/** Whom the start screen names: one for each function, and one from elsewhere. */
const SIGN_IN = {
	coordinator: {
		name: 'Anne Klaver',
		about: 'coordinator, Twente',
		memberships: [member('twente', 'coordinator', 'Saxion', 1240)]
	},
	lector: {
		name: 'Marloes Wiegerink',
		about: 'lector, Twente',
		memberships: [member('twente', 'lector', 'Saxion', 2010)]
	},
	onderzoeker: {
		name: 'Samira el Idrissi',
		about: 'researcher, Twente and Regio Zwolle',
		memberships: [
			member('twente', 'researcher', 'Saxion', 905),
			member('zwolle', 'researcher', 'Saxion', 210, 400)
		]
	},
	docent: {
		name: 'Pim Hartgers',
		about: 'teacher, Twente',
		memberships: [member('twente', 'teacher', 'Saxion', 1530)]
	},
	student: {
		name: 'Emre Yıldız',
		about: 'student, Twente',
		memberships: [member('twente', 'student', 'Saxion', 80, 220)]
	},
	student2: {
		name: 'Naomi Sedney',
		about: 'student, Twente',
		memberships: [member('twente', 'student', 'Saxion', 80, 220)]
	},
	professional: {
		name: 'Joost ten Velde',
		about: 'professional, Twente',
		memberships: [member('twente', 'professional', 'Welzijn Oostwaard', 640)]
	},
	beleid: {
		name: 'Hanneke Booij',
		about: 'policy officer, Twente',
		memberships: [member('twente', 'policy_officer', 'Gemeente Oosterveen', 470)]
	},
	inwoner: {
		name: 'Gerda Nijhuis',
		about: 'citizen, Twente',
		memberships: [member('twente', 'citizen', 'Cliëntenraad Oosterveen', 390)]
	},
	landelijk: {
		name: 'Romy Soerodimedjo',
		about: 'national: reads along everywhere',
		memberships: [member(null, 'national', 'Movisie', 760)]
	},
	buitenstaander: {
		name: 'Wietske Hoekema',
		about: 'researcher, Friesland only',
		memberships: [member('friesland', 'researcher', 'NHL Stenden Hogeschool', 820)]
	}
} satisfies Record<string, DemoPerson & { about: string }>;

/** They have the same password, but nobody is told of them: they make the network alive. */
const COLLEAGUES = {
	beheer: { name: 'Ineke Vos', administrator: true, memberships: [] },
	'aziz.bouzid': {
		name: 'Aziz Bouzid',
		memberships: [member('twente', 'professional', 'Kringloop De Tweede Ronde', 520)]
	},
	'truus.lansink': {
		name: 'Truus Lansink',
		memberships: [member('twente', 'citizen', 'Cliëntenraad Oosterveen', 260)]
	},
	'tjeerd.wijma': {
		name: 'Tjeerd Wijma',
		memberships: [
			member('friesland', 'coordinator', 'NHL Stenden Hogeschool', 1100),
			member('friesland', 'lector', 'NHL Stenden Hogeschool', 300)
		]
	},
	'klaas.postma': {
		name: 'Klaas Postma',
		memberships: [member('friesland', 'professional', 'Bibliobus De Wouden', 350)]
	},
	'fenna.abdi': {
		name: 'Fenna Abdi',
		memberships: [member('friesland', 'teacher', 'NHL Stenden Hogeschool', 500)]
	},
	'geeske.terpstra': {
		name: 'Geeske Terpstra',
		memberships: [member('friesland', 'professional', 'Dorpenkoepel Noarderwâld', 430)]
	},
	'oane.hiemstra': {
		name: 'Oane Hiemstra',
		memberships: [member('friesland', 'citizen', 'Dorpenkoepel Noarderwâld', 380)]
	},
	'jikke.sinnema': {
		name: 'Jikke Sinnema',
		memberships: [member('friesland', 'citizen', 'Dorpenkoepel Noarderwâld', 220)]
	},
	'idris.warsame': {
		name: 'Idris Warsame',
		memberships: [member('friesland', 'policy_officer', 'Gemeente Noarderwâld', 310)]
	},
	'aylin.demirci': {
		name: 'Aylin Demirci',
		memberships: [member('rotterdam', 'lector', 'Hogeschool Rotterdam', 1460)]
	},
	'gideon.asante': {
		name: 'Gideon Asante',
		memberships: [member('rotterdam', 'researcher', 'Hogeschool Rotterdam', 560)]
	},
	'marieke.poot': {
		name: 'Marieke Poot',
		memberships: [member('rotterdam', 'professional', 'Stichting Trap Op', 410)]
	},
	'zohra.benali': {
		name: 'Zohra Benali',
		memberships: [member('rotterdam', 'citizen', 'Bewonersgroep De Galerij', 280)]
	},
	'winston.kartosen': {
		name: 'Winston Kartosen',
		memberships: [member('rotterdam', 'citizen', 'Bewonersgroep De Galerij', 240)]
	},
	'ruben.oosterhof': {
		name: 'Ruben Oosterhof',
		memberships: [member('rotterdam', 'professional', 'Thuiszorg Kadehuis', 190)]
	},
	'dulce.tavares': {
		name: 'Dulce Tavares',
		memberships: [member('rotterdam', 'policy_officer', 'Stadsdeel Maasoever', 360)]
	},
	'harmen.kok': {
		name: 'Harmen Kok',
		memberships: [
			member('zwolle', 'coordinator', 'Viaa', 980),
			member('twente', 'researcher', 'Viaa', 190, 175)
		]
	},
	'esther.blom': {
		name: 'Esther Blom',
		memberships: [member('zwolle', 'lector', 'Viaa', 1320)]
	},
	'tomasz.wrona': {
		name: 'Tomasz Wrona',
		memberships: [member('zwolle', 'professional', 'Zorggroep Vechtrand', 330)]
	},
	'carla.brinkhuis': {
		name: 'Carla Brinkhuis',
		memberships: [member('zwolle', 'professional', 'Zorggroep Vechtrand', 270)]
	},
	'ilse.karsten': {
		name: 'Ilse Karsten',
		memberships: [member('zwolle', 'professional', 'Welzijn Vechtveen', 230)]
	},
	'yusra.haddad': {
		name: 'Yusra Haddad',
		memberships: [member('zwolle', 'professional', 'Jeugdhulp Zandweer', 150)]
	},
	'dirkje.weijers': {
		name: 'Dirkje Weijers',
		memberships: [member('zwolle', 'citizen', 'Bewonersraad Ooststroom', 340)]
	},
	'shirley.pattipeilohy': {
		name: 'Shirley Pattipeilohy',
		memberships: [member('zwolle', 'citizen', 'Bewonersraad Ooststroom', 200)]
	},
	'lotte.verheij': {
		name: 'Lotte Verheij',
		memberships: [member('zwolle', 'policy_officer', 'Gemeente Vechtveen', 290)]
	},
	'guus.lemmens': {
		name: 'Guus Lemmens',
		memberships: [member('zuyd', 'lector', 'Zuyd Hogeschool', 1180)]
	},
	'soraya.ramdin': {
		name: 'Soraya Ramdin',
		memberships: [member('zuyd', 'teacher', 'Zuyd Hogeschool', 450)]
	}
} satisfies Record<string, DemoPerson>;

/** Everybody in the demo. */
export const EVERYBODY: Record<DemoName, DemoPerson> = { ...SIGN_IN, ...COLLEAGUES };

/** Who can sign in, as whoever started the demo reads it. */
export const DEMO_PEOPLE = Object.entries(SIGN_IN).map(([name, { name: fullName, about }]) => ({
	email: demoAddress(name),
	name: fullName,
	about
}));

/** Who manages the installation; reads no documents by that. */
export const DEMO_ADMINISTRATOR = {
	email: demoAddress('beheer'),
	about: 'administrator: werkplaatsen, themes, people; no documents'
};
