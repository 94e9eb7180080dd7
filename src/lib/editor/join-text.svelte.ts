import type { Editor, Extensions } from '@tiptap/core';
import { mount, unmount } from 'svelte';
import type { Snippet } from 'svelte';
import { outline, wordCount } from '#domain/content/text.ts';
import type { TextLanguage } from '#domain/content/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { Arrivals } from './arrivals.ts';
import BubbleToolbar from './BubbleToolbar.svelte';
import type { Connection, Line } from './connection.ts';
import type { EarlyLine } from './early-line.ts';
import type { EditorUi } from './editor-ui.svelte.ts';
import type { LiveText } from './live-text.svelte.ts';
import type { Notice } from './notices.ts';
import { openText, unfitness } from './open-text.ts';
import { peopleHere } from './people.ts';
import { SaveWatch } from './save-state.ts';
import { UnsentEdits } from './unsent/unsent-edits.ts';
import { whenIdle } from './when-idle.ts';
import { setWriting } from './writing-editor.ts';

export type JoinOptions = {
	line: EarlyLine;
	person: { id: string; name: string };
	/** Whether there are words in the stored text. */
	hasText: boolean;
	place: HTMLElement;
	label: () => string;
	language: TextLanguage;
	headingPrefix?: string;
	extensions: Extensions;
	bubbleButtons?: Snippet<[Editor]>;
	text: LiveText;
	ui: EditorUi;
	mayWrite: () => boolean;
	isWriting: () => boolean;
	onNotice?: (notice: Notice) => void;
	/** The editor stands in its place; nothing has been drawn yet. */
	onOpen: () => void;
	/** The text must not be opened; its stored copy stays. */
	onFail: () => void;
};

/** Goes live with one text, and keeps the page informed until it is closed. */
export function joinText(options: JoinOptions): { close: () => void } {
	const { text, person, line, mayWrite } = options;
	const { connection, partId: part } = line;
	const watch = new SaveWatch((save) => (text.save = save));
	let closed = false;
	const update = () => {
		unsent.follow();
		if (closed) return;
		text.reads = connection.line.state === 'open' && connection.line.reads === true;
		watch.update({ line: connection.line, unsent: unsent.where, editable: mayWrite() });
	};
	const unsent = new UnsentEdits({
		...{ connection, person: person.id, part, text, mayWrite },
		onChange: () => update()
	});
	line.hear({
		onChange: update,
		onNotice: (notice) => {
			if (!unsent.hear(notice)) options.onNotice?.(notice);
		},
		onEdit: (edit) => unsent.edited(edit),
		onReturn: (edit) => unsent.returned(edit)
	});

	const stopFollowing = $effect.root(() => {
		$effect(update);
	});

	let leave = () => {};
	const arrive = (line: Line) => {
		if (closed) return;
		if (line.state === 'refused') return unsent.begin();
		const unfit = unfitness(connection.doc, options.hasText);
		if (unfit) throw new Error(`text not opened: ${unfit}`);
		leave = goLive(options, connection);
		unsent.begin();
	};
	connection.opened.then(arrive).catch((error) => {
		// Whatever it was: the stored copy is there to read, and nothing of this is written.
		closed = true;
		void unsent.close();
		watch.stop();
		text.save = { state: 'stopped', reason: 'failed', unsent: 'none' };
		options.onFail();
		reportError(error);
	});

	return {
		close: () => {
			closed = true;
			stopFollowing();
			leave();
			line.leave();
			watch.stop();
			void unsent.close();
		}
	};
}

function goLive(options: JoinOptions, connection: Connection): () => void {
	const { text, ui, person } = options;
	const bubble = document.createElement('div');
	bubble.className = 'bubble-place';
	const editor = openText({ ...options, connection, bubble });
	// Nobody has selected anything yet.
	let toolbar: Record<string, unknown> | undefined;
	const stopWaiting = whenIdle(
		() => {
			const props = { editor, ui, buttons: options.bubbleButtons };
			toolbar = mount(BubbleToolbar, { target: bubble, props });
		},
		{ timeout: TOOLBAR_WITHIN_MS }
	);
	let detach = () => {};
	const attach = () => {
		stopWaitingToAttach();
		editor.off('focus', attach);
		detach = text.attach(editor, (id) => goTo(id));
	};
	// What works on a text, and stands around it, comes once it can be written in, and before anybody does.
	const stopWaitingToAttach = whenIdle(attach, { timeout: ATTACH_WITHIN_MS });
	editor.on('focus', attach);
	// It takes room: if it came later, the text would move.
	if (ui.toolbar) attach();

	const goTo = (id: string) => {
		const here = text.people.find((one) => one.id === id);
		const caret = here?.clients
			.map((client) => editor.view.dom.querySelector(`.caret[data-client="${client}"]`))
			.find((element) => element !== null);
		if (caret) caret.scrollIntoView({ block: 'center' });
		else if (here) ui.say(m.editor_person_nowhere({ name: here.name }));
	};
	const people = () => {
		const before = text.people;
		text.people = peopleHere(connection.awareness.getStates(), person.id);
		arrivals.notice(before, text.people);
	};
	const arrivals = new Arrivals((words) => ui.announce(words));
	connection.awareness.on('change', people);
	people();

	let due: ReturnType<typeof setTimeout> | undefined;
	const measure = () => {
		const content = editor.getJSON();
		text.figures = {
			outline: outline(content, options.headingPrefix),
			words: wordCount(content)
		};
	};
	const measureSoon = () => {
		clearTimeout(due);
		due = setTimeout(measure, MEASURE_AFTER_MS);
	};
	editor.on('update', measureSoon);
	// The page knows them of the stored text until then.
	measureSoon();

	const stopFollowing = $effect.root(() => {
		$effect(() => setWriting(editor, options.label(), options.isWriting()));
	});
	options.onOpen();

	return () => {
		clearTimeout(due);
		arrivals.stop();
		stopFollowing();
		connection.awareness.off('change', people);
		stopWaitingToAttach();
		detach();
		stopWaiting();
		if (toolbar) void unmount(toolbar);
		editor.destroy();
	};
}

/** Outline and count of words follow after a pause in typing: they read the whole text. */
const MEASURE_AFTER_MS = 1000;
/** The page has time before that, or takes it. */
const ATTACH_WITHIN_MS = 300;
const TOOLBAR_WITHIN_MS = 1000;
