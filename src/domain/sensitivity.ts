/**
 * How far a document reaches by itself:
 * open – every werkplaats may read; werkplaats – by function in its own werkplaats;
 * restricted – its coordinators and lectors, and whom it was shared with;
 * vault – only people to whom it was given by name.
 */
export const SENSITIVITIES = ['open', 'werkplaats', 'restricted', 'vault'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];
