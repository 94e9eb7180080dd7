/**
 * What is asked of an update beside that Yjs can read it. All of it of a frame; a test switches one off
 * to see that it is missed.
 */
export type Rules = {
	/** Each thing in the one way in which Yjs writes it. */
	canonical: boolean;
	/** Not more work than its bytes. */
	budget: boolean;
	/** Only content that y-tiptap makes. */
	content: boolean;
	/** Only the root of a text. */
	roots: boolean;
	/** Only nodes of the schema. */
	nodes: boolean;
	/** Only attributes of the schema, each with a value that it may have. */
	attributes: boolean;
	/** Only marks of the schema, with their attributes. */
	marks: boolean;
	/** Rows and deletes in order, nothing twice, nothing empty. */
	order: boolean;
	/** Client ids as Yjs draws them. */
	clients: boolean;
	/** No struct that needs what comes after it. */
	needs: boolean;
};

export const FRAME_RULES: Rules = {
	canonical: true,
	budget: true,
	content: true,
	roots: true,
	nodes: true,
	attributes: true,
	marks: true,
	order: true,
	clients: true,
	needs: true
};

/** Texts may be of another version of the schema, and of any size. */
export const STORED_RULES: Rules = {
	...FRAME_RULES,
	canonical: false,
	budget: false,
	content: false,
	roots: false,
	nodes: false,
	attributes: false,
	marks: false,
	clients: false
};
