/**
 * What one client may ask of a server that others use too. Each is far above what an honest client
 * does, so that only who means harm, or is broken, meets it.
 */
export const LIMITS = {
	/** A pasted book; more than any text of ours. */
	frameBytes: 16 * 1024 * 1024,
	/** One body over HTTP: many proxies let no more through, and a frame may come in several. */
	bodyBytes: 1024 * 1024,
	/**
	 * Structs and deleted ranges in one frame: for each of them Yjs makes objects of some hundreds of bytes.
	 * A pasted book of five megabytes has about 150,000; a frame of 12 MB could announce six million.
	 */
	pieces: 250_000,
	/**
	 * Clocks in one frame that hold no text, because it was deleted before it was sent. Few bytes announce
	 * any number of them; nobody types and deletes a million characters between two connections.
	 */
	emptyClocks: 1_000_000,
	/** Clients whose edits are in one frame. A client sends its own, and what Yjs merged into them. */
	writersInFrame: 200,
	/**
	 * What a frame may cost each client that takes it in. `steps`: what stands between two neighbours that were
	 * next to each other when somebody wrote between them is what others put there meanwhile; it is gone through
	 * one by one, in some microseconds each. `seams`: places in words where something is put; replacing a word
	 * everywhere in a book makes some thousands. `deleting`: runs of words that are deleted, each times the runs
	 * in the same paragraph or block of code, when that has marks; a paragraph of thirty writers has hundreds.
	 */
	effort: { steps: 100_000, seams: 10_000, deleting: 8_000_000 },
	/** Ranges that one frame deletes and that were not deleted: of a text that is thrown away whole. */
	newDeletes: 25_000,
	/** Steps of one person in one part. Who writes with others takes some, and each is taken at every opening. */
	stepsOfPerson: { burst: 200_000, perSecond: 10 },
	/** Steps to find where everything in a stored text goes; above it we are not exact. */
	stepsToLoad: 5_000_000,
	/** How deep a value in a text may be nested: what Yjs can't encode again closes the text for ever. */
	valueDepth: 32,
	/** Items in a list that is a value: widths of columns are the only ones. */
	valueLength: 1_000,
	/** Characters of JSON: the attributes of a mark, of which the address of a link is the longest. */
	jsonLength: 64 * 1024,
	/**
	 * How deep nodes may stand in each other. Pages show sixty (`DEPTH_MAX`), and a pasted letter of tables in
	 * tables comes to thirty; at some thousands whoever walks the tree runs out of stack, Yjs first.
	 */
	elementDepth: 100,
	/** States in one frame of presence: stock clients send on what they hear, of everybody on all nodes. */
	presenceEntries: 5_000,
	/** What a reader's client sends to say that it has nothing new; more is not even read. */
	readerStep2Bytes: 1024,
	/**
	 * Frames and bytes of one connection. Somebody who types makes ten frames a second, and as many to show where; who was away sends all in one frame, of some megabytes. Whoever goes faster is read more slowly, and loses nothing.
	 */
	pace: {
		frames: { burst: 500, perSecond: 100 },
		bytes: { burst: 20_000_000, perSecond: 1_000_000 }
	},
	/**
	 * Client ids that become one person's in one text: each is kept for ever. A page that is loaded and written
	 * in is a new one, so that somebody who does that every three minutes all day has enough; who brings back
	 * what many pages left may have `writersInFrame` more at once.
	 */
	clientsOfPerson: { burst: 300, perSecond: 300 / (24 * 60 * 60) },
	/** Client ids of one person in one part that may have words that are not sent yet: pages of the last days. */
	claimsOfPerson: 300,
	/** Parts of which it is remembered who was there after everybody left. */
	partsRemembered: 1_000,
	/**
	 * How often a room reads what is stored because of what one person sends. Who comes from another node, or
	 * after a commit that failed, makes it do so once.
	 */
	looksOfPerson: { burst: 3, perSecond: 0.1 },
	/** A client asks for the text once, when it comes in. */
	answerEveryMs: 1_000,
	/**
	 * Milliseconds in which is found out what those who ask lack of one text: a cut of a long one takes ten,
	 * and five hundred sockets may each ask for another. Above it they get all, which takes nothing.
	 */
	differencesOfPart: { burst: 500, perSecond: 100 },
	/** Above this somebody has not read the last answer yet. */
	unreadBeforeAnswer: 64 * 1024,
	/**
	 * A state vector has some eight bytes for everybody who ever opened the text: as many as ours, and those of
	 * whom somebody brings edits that are not here (`writersInFrame`).
	 */
	stateVectorBytes: 64 * 1024,
	/** Tabs, and the sockets of a moment ago that nobody knows are gone. By person: a campus is one address. */
	socketsOfPerson: 20,
	/** More than the largest meeting; each costs a frame for each edit. */
	socketsInPart: 500
} as const;
