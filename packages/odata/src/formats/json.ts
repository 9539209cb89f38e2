import type {
  AnnotationPrefix,
  MetadataLevel,
  ObjectResult,
  RowsResult,
  ValueResult,
} from '../http/executor.ts';
import { BETWEEN_ROWS } from './rows-text.ts';

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

/** Rows that are there already, in their envelope; they are passed through as they are (OData JSON Format 4.01, 12 and 13). */
export function jsonPage(rows: string, result: RowsResult, envelope: Envelope): string {
  return `${beforeRows(result, envelope)}${rows}${behindRows(result, envelope)}`;
}

/** The same of rows that come some at a time. */
export async function* jsonRows(
  rows: AsyncIterable<string>,
  result: RowsResult,
  envelope: Envelope,
): AsyncGenerator<string> {
  yield beforeRows(result, envelope);
  let separator = '';
  for await (const some of rows) {
    yield separator + some;
    separator = BETWEEN_ROWS;
  }
  yield behindRows(result, envelope);
}

function beforeRows({ context, count }: RowsResult, envelope: Envelope): string {
  return `{${contextMember(context, envelope)}${countMember(count, envelope)}"value":[`;
}

/** To be asked for when the rows are through: then it is known whether more follow. */
function behindRows(result: RowsResult, { prefix, nextLink }: Envelope): string {
  const token = result.nextToken();
  return token === null ? ']}' : `],"${prefix}nextLink":${JSON.stringify(nextLink(token))}}`;
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
