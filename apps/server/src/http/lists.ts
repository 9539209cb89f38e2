import { Refusal } from '../refusal.ts';

/** Ids in one filter at most (api.md 3.1, FilterWorkItemIdsCountExceeded). */
const MOST_IDS = 100;
const LARGEST_ID = 2_147_483_647;
const GUID_FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Reads a comma list of work item numbers; undefined when the option was not given. */
export function readNumbers(option: string, text: string | undefined): number[] | undefined {
  return readList(option, text, 'work item numbers', (part) => {
    const number = Number(part);
    return /^\d+$/.test(part) && number <= LARGEST_ID ? number : null;
  });
}

/** Reads a comma list of GUIDs; undefined when the option was not given. */
export function readGuids(option: string, text: string | undefined): string[] | undefined {
  return readList(option, text, 'GUIDs', readGuid);
}

/** A GUID in lower case; null when the text is none. */
export function readGuid(text: string): string | null {
  return GUID_FORM.test(text) ? text.toLowerCase() : null;
}

function readList<Item>(
  option: string,
  text: string | undefined,
  what: string,
  read: (part: string) => Item | null,
): Item[] | undefined {
  const parts = text
    ?.split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts === undefined || parts.length === 0) return undefined;
  if (parts.length > MOST_IDS) {
    throw new Refusal(
      'FilterWorkItemIdsCountExceeded',
      `${option} names ${parts.length} ids; at most ${MOST_IDS} go at once.`,
    );
  }
  return parts.map((part) => {
    const item = read(part);
    if (item !== null) return item;
    throw new Refusal(
      'ApiVersionError',
      `${option} must be a comma list of ${what}; "${part.slice(0, 40)}" is none.`,
    );
  });
}
