import { ApiError, type Client } from '@stint/client';
import { calls, type SearchAnswer, type TrackedWorkItem } from '@stint/contract';

/** The group of what was tracked before, as the server names it. */
const TRACKED_BEFORE = /track/i;
const MOST = 10;

/**
 * Finds work items. With an empty text, those tracked before come first (desktop.md). While the server does not answer, the
 * ones that were tracked last are searched. Throws ApiError for a refusal.
 */
export async function searchWorkItems(
  client: Client,
  text: string,
  known: readonly TrackedWorkItem[],
): Promise<SearchAnswer> {
  try {
    const answer = await client.call(calls.searchWorkItems, { body: text });
    if (text !== '') return answer;
    const isBefore = ({ groupName }: { groupName: string }) => TRACKED_BEFORE.test(groupName);
    const { workItems } = answer;
    return answerOf(text, [...workItems.filter(isBefore), ...workItems.filter((each) => !isBefore(each))]);
  } catch (error) {
    if (!(error instanceof ApiError) || (error.status !== 0 && error.status < 500)) throw error;
    return answerOf(text, knownOf(text, known));
  }
}

function knownOf(text: string, known: readonly TrackedWorkItem[]): SearchAnswer['workItems'] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const isWanted = ({ id, title }: TrackedWorkItem) => {
    const line = `${id} ${title}`.toLowerCase();
    return words.every((word) => line.includes(word));
  };
  return known
    .filter(isWanted)
    .slice(0, MOST)
    .map((workItem) => ({ groupName: 'Tracked before', workItem }));
}

function answerOf(query: string, workItems: SearchAnswer['workItems']): SearchAnswer {
  const fields = { query, count: workItems.length, workItems };
  return { ...fields, data: fields };
}
