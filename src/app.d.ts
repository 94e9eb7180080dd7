import type { Asker } from '#server/credentials.ts';

declare global {
	namespace App {
		interface Locals {
			/** Nobody is signed in when null. */
			asker: Asker | null;
			language: 'nl' | 'en';
			theme: 'light' | 'dark' | 'auto';
		}
		interface Error {
			status: number;
			message: string;
			/** What somebody can name when they ask for help; the log has the same. */
			id?: string;
		}
	}
}
