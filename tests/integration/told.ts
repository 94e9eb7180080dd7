import { tellAll } from '#server/telling.ts';
import type { TestHouse } from './house.ts';

/** Tells what there is to tell, and answers what of it is new about this document: who heard what of whom, and where. */
export async function told({ sql, context }: TestHouse, document: string): Promise<string[]> {
	const before = await rows();
	await tellAll(context);
	const now = await rows();
	return now.slice(before.length);

	async function rows() {
		const found = await sql<{ person: string; name: string; box: string; by: string }[]>`
			select p.name as person, n.name, n.box, by.name as by from notification n
			join person p on p.id = n.person_id left join person by on by.id = n.actor_id
			where n.document_id = ${document} order by n.event_id, n.id`;
		return found.map(({ person, name, box, by }) => `${person}: ${name} by ${by}, ${box}`);
	}
}
