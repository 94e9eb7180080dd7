// By these titles what is planted about Twente names its studies, cases, assignments and questions.

export const AANBELLEN = 'Aanbellen zonder aanleiding';
export const TWEE_KOPJES = 'Twee kopjes: rouw na je tachtigste';
export const IETS_KLEINS = 'Vraag iets kleins, en breng het terug';
export const TIEN_MINUTEN = 'De eerste tien minuten';
export const TWEE_BAASJES = 'Een hond met twee baasjes';
export const KOFFIEOCHTEND = 'De koffieochtend waar niemand kwam';
export const BANKJE = 'Het bankje bij de apotheek';
export const MEVROUW_D = 'Mevrouw D. doet niet meer open';

export const OPENDOEN = 'Hoe bereik je wie niet meer opendoet?';
export const BINNENKOMEN = 'Wanneer mag je bij iemand naar binnen?';
export const TERUGVRAGEN = 'Hoe vraag je iets terug zonder dat het vreemd voelt?';
export const HUISDIER = 'Wie zorgt er voor het dier als iemand wordt opgenomen?';
export const BRIEVEN = 'Waarom krijgt één gezin drie brieven over hetzelfde?';
export const ALLEEN_AAN_TAFEL = 'Wat helpt als je na vijftig jaar alleen aan tafel zit?';
export const AVOND = 'Wie komt er na het avondeten nog langs?';
export const BUURVROUW = 'Wat kan ik doen als mijn buurvrouw al weken niet buiten komt?';
export const UREN = 'Onder welke naam schrijf je de uren van een praatje?';
export const UITLEGGEN = 'Hoe leg je aan de raad uit wat contact zonder doel waard is?';
export const NIEUWKOMER = 'Werkt een kleine vraag ook als je de wijk nog niet kent?';
export const APP = 'Welke app brengt buren bij elkaar?';
