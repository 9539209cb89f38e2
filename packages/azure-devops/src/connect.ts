import { makeCaller, required } from './caller.ts';
import { followChanges, followLinks } from './follow.ts';
import { makeGroups } from './groups.ts';
import { makeIterations } from './iterations.ts';
import { makeLibrary } from './library.ts';
import { type ConnectOptions, settingsOf } from './options.ts';
import { makeOrganization } from './organization.ts';
import { titleQuery } from './title-query.ts';
import type { AzureDevOps, WorkItemSnapshot } from './types.ts';
import { readWorkItems } from './work-items.ts';
import { makeWriting } from './writing.ts';

/** Most results of one search. */
const maxResults = 200;

/**
 * Opens a view of one Azure DevOps organization or collection. Makes no request yet, holds no socket between calls.
 * @throws AzureDevOpsError when the address is none
 */
export function connect(options: ConnectOptions): AzureDevOps {
  const settings = settingsOf(options);
  const caller = makeCaller(settings);
  const library = makeLibrary(settings, caller);

  const searchByTitle = async (words: string, top: number): Promise<WorkItemSnapshot[]> => {
    const query = titleQuery(words);
    const limit = Math.min(Math.max(1, Math.trunc(top)), maxResults);
    if (query === null) return [];
    const { workItems = [] } = required(
      await caller.call(async () =>
        (await library.tracking()).queryByWiql({ query }, undefined, undefined, limit),
      ),
    );
    return readWorkItems(
      library,
      caller,
      workItems.flatMap(({ id }) => (id === undefined ? [] : [id])),
    );
  };

  return {
    ...makeOrganization(library, caller),
    ...makeGroups(library),
    ...makeIterations(library, caller),
    ...makeWriting(library, caller),
    readWorkItems: (ids) => readWorkItems(library, caller, ids),
    searchByTitle,
    changes: (token) => followChanges(library, caller, token),
    links: (token) => followLinks(library, caller, token),
  };
}
