/**
 * How far a document reaches by itself:
 * open – every werkplaats may read; werkplaats – by function in its own werkplaats;
 * restricted – its coordinators and lectors, and whom it was shared with;
 * vault – only people to whom it was given by name.
 */
export const SENSITIVITIES = ['open', 'werkplaats', 'restricted', 'vault'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

/** What may become a starting text for everybody who begins something here; the rest is not theirs to read. */
const AS_TEMPLATE: readonly Sensitivity[] = ['open', 'werkplaats'];

export function mayBecomeTemplate(sensitivity: Sensitivity): boolean {
	return AS_TEMPLATE.includes(sensitivity);
}

/** What a device may keep for a while; whatever is not named here leaves no trace on one. */
const ON_DEVICE: readonly Sensitivity[] = ['open', 'werkplaats', 'restricted'];

/** Whether words that could not be stored yet may stay on the device of who typed them. */
export function mayStayOnDevice(sensitivity: Sensitivity): boolean {
	return ON_DEVICE.includes(sensitivity);
}
