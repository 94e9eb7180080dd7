import { ensureBuilt } from '../src/start/build.ts';

// Builds the app for the journeys, if its sources changed: as the product does when it starts.

await ensureBuilt(process.cwd(), console.log);
