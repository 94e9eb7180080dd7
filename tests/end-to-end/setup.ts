import { startHouse } from '../start-house.ts';

/** One house with the demo network for all journeys; workers find it in the environment. */
export default async function setup(): Promise<() => Promise<void>> {
	const house = await startHouse();
	process.env.HOUSE_ADDRESS = house.address;
	process.env.HOUSE_DATA_DIR = house.dataDir;
	return house.stop;
}
