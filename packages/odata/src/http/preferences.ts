import { bounds } from './bounds.ts';

/** What a client prefers (OData Protocol 4.01, 8.2.8), as far as it is honored. */
export interface Preferences {
  /** Rows of a page at most, within the bounds; null where nothing is preferred. */
  readonly maxPageSize: number | null;
  /** Whether a batch goes on behind a request that failed. */
  readonly continueOnError: boolean;
}

/** Parses `Prefer` (RFC 7240); what is unknown or makes no sense is passed over. */
export function parsePreferences(text = ''): Preferences {
  const wanted = new Map(text.split(',').toReversed().map(parsePreference));
  const pageSize = wanted.get('maxpagesize') ?? '';
  const continues = wanted.get('continue-on-error');
  return {
    maxPageSize: /^[1-9]\d*$/.test(pageSize) ? Math.min(Number(pageSize), bounds.pageSize) : null,
    continueOnError: continues !== undefined && continues.toLowerCase() !== 'false',
  };
}

/** The first of two with the same name counts. */
function parsePreference(text: string): [string, string] {
  const [name = '', value = ''] = (text.split(';')[0] ?? '').split('=', 2).map((each) => each.trim());
  return [name.toLowerCase().replace(/^odata\./, ''), value.replaceAll('"', '')];
}
