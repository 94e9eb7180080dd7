/** Why the house does not open, in a sentence for whoever starts it; printed without a stack. */
export class Refusal extends Error {
	override readonly name = 'Refusal';
}
