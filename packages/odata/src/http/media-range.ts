/** One of the alternatives of `Accept`, or the value of `$format`. */
export interface MediaRange {
  /** In lower case; `*` for any. */
  readonly type: string;
  readonly subtype: string;
  /** Names in lower case, without `odata.`, which 4.01 leaves out; values as they are. */
  readonly parameters: Readonly<Record<string, string>>;
  /** 0 to 1. */
  readonly quality: number;
}

/** Parses the value of `Accept` (RFC 9110, 12.5.1); what is no media range is passed over. */
export function parseAccept(text: string): MediaRange[] {
  return text.split(',').flatMap((each) => parseMediaRange(each) ?? []);
}

/** Parses `type/subtype;name=value`; null where it is none. */
export function parseMediaRange(text: string): MediaRange | null {
  const [name = '', ...rest] = text.split(';').map((each) => each.trim());
  const [, type, subtype] = /^([^\s/]+)\/([^\s/]+)$/.exec(name.toLowerCase()) ?? [];
  if (type === undefined || subtype === undefined) return null;
  const { q, ...parameters } = Object.fromEntries(rest.map(parseParameter));
  const quality = q === undefined ? 1 : Number(q);
  return { type, subtype, parameters, quality: quality >= 0 && quality <= 1 ? quality : 0 };
}

function parseParameter(text: string): [string, string] {
  const [name = '', value = ''] = text.split('=', 2).map((each) => each.trim());
  const plain = name.toLowerCase().replace(/^odata\./, '');
  return [plain, value.replaceAll('"', '')];
}
