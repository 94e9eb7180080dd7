import { compareVersions } from '#server/history.ts';
import { identity } from '../../../../../../identity.ts';
import { versionMeant } from '../../../../../../version-meant.ts';
import { show } from '../../../../door.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, async (context, actor) => {
		const { text, before, after, changes, people, isSame } = await compareVersions(
			context,
			actor,
			identity(event.params.part),
			{
				version: versionMeant(event.params.version),
				other: versionMeant(event.url.searchParams.get('with'))
			}
		);
		return { version: after, with: before, content: text.content, changes, people, isSame };
	});
