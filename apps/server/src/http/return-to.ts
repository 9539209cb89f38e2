const HERE = 'http://here.invalid';

/** The page to show after signing in: a path of our own with its query, else the start page (no open redirect). */
export function readReturnTo(text: string | undefined): string {
  if (text === undefined || !text.startsWith('/') || text.length > 1000 || !URL.canParse(text, HERE))
    return '/';
  // A browser reads "/\", "//" and "/<tab>/" as the start of another host; what is left after parsing is read by us.
  const { origin, pathname, search, hash } = new URL(text, HERE);
  return origin === HERE && !pathname.startsWith('//') ? pathname + search + hash : '/';
}
