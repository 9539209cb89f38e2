import type {
  AnnotationPrefix,
  MetadataLevel,
  ObjectResult,
  RowsResult,
  ValueResult,
} from '../http/executor.ts';

/** What an envelope needs to know beyond the rows. */
export interface Envelope {
  /** Of the service, with a slash at the end. */
  readonly root: string;
  readonly prefix: AnnotationPrefix;
  readonly metadata: MetadataLevel;
  /** The count as a text, as it is an `Edm.Int64`. */
  readonly ieee754Compatible: boolean;
  /** The address of the next page, made of its token. */
  readonly nextLink: (token: string) => string;
}

/** Rows in their envelope, written page by page; they are passed through as they are (OData JSON Format 4.01, 12 and 13). */
export async function* jsonRows(result: RowsResult, envelope: Envelope): AsyncGenerator<string> {
  const { prefix } = envelope;
  yield `{${contextMember(result.context, envelope)}${countMember(result.count, envelope)}"value":[`;
  let separator = '';
  for await (const page of result.rows) {
    if (page.length === 0) continue;
    yield separator + page.join(',\n');
    separator = ',\n';
  }
  const token = result.nextToken();
  const next = token === null ? '' : `,"${prefix}nextLink":${JSON.stringify(envelope.nextLink(token))}`;
  yield `]${next}}`;
}

/** One entity or complex value, with its context as the first member. */
export function jsonObject({ json, context }: ObjectResult, envelope: Envelope): string {
  const members = json.slice(json.indexOf('{') + 1);
  const first = contextMember(context, envelope);
  return members.trimStart().startsWith('}') ? `{${first.slice(0, -1)}}` : `{${first}${members}`;
}

/** One primitive value or collection of them. */
export function jsonValue({ json, context }: ValueResult, envelope: Envelope): string {
  return `{${contextMember(context, envelope)}"value":${json}}`;
}

/** `"@odata.context":"…",`, or nothing where no metadata is wanted. */
function contextMember(context: string, { root, prefix, metadata }: Envelope): string {
  return metadata === 'none' ? '' : `"${prefix}context":${JSON.stringify(`${root}$metadata#${context}`)},`;
}

function countMember(count: number | null, { prefix, ieee754Compatible }: Envelope): string {
  if (count === null) return '';
  return `"${prefix}count":${ieee754Compatible ? `"${count}"` : count},`;
}
