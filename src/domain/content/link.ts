import { Mark } from '@tiptap/core';
import { allowedAddress } from './address.ts';

/** A link. Its scheme is checked when it is read and again when it is shown: the text may be old or hostile. */
export const Link = Mark.create({
	name: 'link',
	priority: 1000,
	keepOnSplit: false,
	inclusive: false,

	addAttributes() {
		return { href: { default: null, rendered: false } };
	},
	parseHTML() {
		return [
			{
				tag: 'a[href]',
				getAttrs: (element) => {
					const href = allowedAddress(element.getAttribute('href'));
					return href ? { href } : false;
				}
			}
		];
	},
	renderHTML({ mark }) {
		const href = allowedAddress(mark.attrs['href']);
		if (!href) return ['a', 0];
		return ['a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, 0];
	}
});
