import type { AccountAsker, Asker } from '#server/credentials.ts';

declare global {
	namespace App {
		interface Locals {
			/** Nobody is signed in when null. */
			asker: AccountAsker | null;
			/** Who is in a workshop without an account; only the routes of a workshop look here. */
			visitor: Asker | null;
			language: 'nl' | 'en';
			theme: 'light' | 'dark' | 'auto';
		}
		/** What a page tells the frame around it. */
		interface PageData {
			/** The item of the menu that it belongs to, when its own address does not say so. */
			section?: string;
			/** One step up, on a phone. */
			back?: { href: string; name: string };
			/** The sheet that people write on fills the window. */
			sheet?: boolean;
		}
		interface Error {
			status: number;
			message: string;
			/** What somebody can name when they ask for help; the log has the same. */
			id?: string;
		}
	}
}
