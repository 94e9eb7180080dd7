import type { DemoDocument } from './document.ts';
import { bibliobus } from './friesland/bibliobus.ts';
import { garage } from './friesland/garage.ts';
import { kaartclub } from './friesland/kaartclub.ts';
import { middagMee } from './friesland/middag-mee.ts';
import { nietGezien } from './friesland/niet-gezien.ts';
import { bankInDeHal } from './rotterdam/bank-in-de-hal.ts';
import { inDeLift } from './rotterdam/in-de-lift.ts';
import { lift } from './rotterdam/lift.ts';
import { roodStaan } from './rotterdam/rood-staan.ts';
import { tachtigVoordeuren } from './rotterdam/tachtig-voordeuren.ts';
import { aanbellen } from './twente/aanbellen.ts';
import { achtsteHulpverlener } from './twente/achtste-hulpverlener.ts';
import { bankje } from './twente/bankje.ts';
import { drieBrieven } from './twente/drie-brieven.ts';
import { ietsKleins } from './twente/iets-kleins.ts';
import { koffieochtend } from './twente/koffieochtend.ts';
import { mevrouwD } from './twente/mevrouw-d.ts';
import { oudeVragenlijst } from './twente/oude-vragenlijst.ts';
import { ploegendienst } from './twente/ploegendienst.ts';
import { tienMinuten } from './twente/tien-minuten.ts';
import { tweeBaasjes } from './twente/twee-baasjes.ts';
import { tweeKopjes } from './twente/twee-kopjes.ts';
import { VRAGEN } from './twente/vragen.ts';
import { harmonie } from './zuyd/harmonie.ts';
import { vijfBonnetjes } from './zuyd/vijf-bonnetjes.ts';
import { bezoek } from './zwolle/bezoek.ts';
import { donderdag } from './zwolle/donderdag.ts';
import { eenTafel } from './zwolle/een-tafel.ts';
import { naarBeneden } from './zwolle/naar-beneden.ts';
import { schaken } from './zwolle/schaken.ts';

/** Everything written in the demo network; people, places and events in it are made up. */
export const DEMO_DOCUMENTS: readonly DemoDocument[] = [
	aanbellen,
	tweeKopjes,
	ploegendienst,
	ietsKleins,
	oudeVragenlijst,
	mevrouwD,
	tweeBaasjes,
	koffieochtend,
	bankje,
	achtsteHulpverlener,
	tienMinuten,
	drieBrieven,
	...VRAGEN,
	bibliobus,
	kaartclub,
	nietGezien,
	garage,
	middagMee,
	tachtigVoordeuren,
	lift,
	bankInDeHal,
	inDeLift,
	roodStaan,
	bezoek,
	naarBeneden,
	donderdag,
	schaken,
	eenTafel,
	harmonie,
	vijfBonnetjes
];
