/**
 * The address of a next page: that of the request with all its options and another `$skiptoken`. `url` is relative to `root`, and raw;
 * `body` holds the options of a `/$query` request, which goes on as a plain one.
 */
export function nextLink(root: string, url: string, body: string, token: string): string {
  const mark = url.indexOf('?');
  const path = mark === -1 ? url : url.slice(0, mark);
  const options = [mark === -1 ? '' : url.slice(mark + 1), body]
    .flatMap((query) => query.trim().split('&'))
    .filter((option) => option !== '' && !isSkipToken(option));
  const query = [...options, `$skiptoken=${encodeURIComponent(token)}`].join('&');
  return `${root}${withoutQuerySegment(path)}?${query.replaceAll(UNSAFE, encodeURIComponent)}`;
}

/** What a body may hold as it is, but an address may not. */
const UNSAFE = /[^\w!$%&'()*+,\-./:;=?@~]+/gu;

function withoutQuerySegment(path: string): string {
  return path.replace(/^\//, '').replace(/\/(?:\$|%24)query\/?$/i, '');
}

function isSkipToken(option: string): boolean {
  return /^(?:\$|%24)?skiptoken(?:=|$)/i.test(option);
}
