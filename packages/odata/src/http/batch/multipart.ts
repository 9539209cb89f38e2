import { ODataError } from '../../error.ts';
import type { Headers } from '../message.ts';
import type { BatchItem } from './request.ts';

/**
 * Reads the requests of a multipart batch (OData Protocol 4.01, 11.7.7; RFC 2046, 5.1). Throws ODataError (400) for what is no
 * request.
 */
export function readMultipart(body: string, contentType: string): BatchItem[] {
  return parts(body, boundaryOf(contentType)).map((part, index) => readPart(part, index));
}

function boundaryOf(contentType: string): string {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary !== undefined) return boundary;
  throw new ODataError('SyntaxError', 'The content type has no boundary.', { target: 'Content-Type' });
}

/** What stands between the boundaries; what is before the first and behind the last does not count. */
function parts(body: string, boundary: string): string[] {
  const pieces = `\r\n${body}`.split(`\n--${boundary}`);
  const last = pieces.findIndex((piece, index) => index > 0 && piece.startsWith('--'));
  if (last === -1) throw new ODataError('SyntaxError', `The batch does not end with "--${boundary}--".`);
  return pieces.slice(1, last).map((piece) => piece.replace(/\r$/, ''));
}

function readPart(part: string, index: number): BatchItem {
  const { headers, rest } = splitHead(part.replace(/^[ \t]*\r?\n/, ''));
  const id = headers['content-id'] ?? null;
  const none = { id, group: null, dependsOn: [] };
  const type = headers['content-type']?.toLowerCase() ?? '';
  if (type.startsWith('multipart/mixed')) return { ...none, method: null, url: '', headers: {}, body: '' };
  if (!type.startsWith('application/http')) {
    throw new ODataError('SyntaxError', `Part ${index + 1} of the batch is not application/http.`);
  }
  const inner = splitHead(rest, /^\s*(\S+)[ \t]+(\S+)(?:[ \t]+HTTP\/\d(?:\.\d)?)?[ \t]*\r?\n?/);
  const [, method, url] = inner.first ?? [];
  if (method === undefined || url === undefined) {
    throw new ODataError('SyntaxError', `Part ${index + 1} of the batch does not begin with a request line.`);
  }
  const { headers: own } = inner;
  return {
    ...none,
    id: id ?? own['content-id'] ?? null,
    method: method.toUpperCase(),
    url,
    headers: own,
    body: inner.rest,
  };
}

/** Headers up to the first empty line, and what is behind it; `first` is a line of another kind before them. */
function splitHead(
  text: string,
  line?: RegExp,
): { first: RegExpExecArray | null; headers: Headers; rest: string } {
  const first = line?.exec(text) ?? null;
  const behind = text.slice(first?.[0].length ?? 0);
  const end = /(?:^|\r?\n)\r?\n/.exec(behind);
  const head = end ? behind.slice(0, end.index) : behind;
  return { first, headers: readHeaders(head), rest: end ? behind.slice(end.index + end[0].length) : '' };
}

function readHeaders(text: string): Headers {
  const pairs = text.split(/\r?\n/).flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
  });
  return Object.fromEntries(pairs);
}
