// The package has types, but does not export them.
declare module 'y-leveldb' {
	export class LeveldbPersistence {
		constructor(folder: string);
		storeUpdate(name: string, update: Uint8Array): Promise<number>;
		destroy(): Promise<void>;
	}
}
