/**
 * An address of a batch relative to the service's root (OData Protocol 4.01, 11.7.2.1): absolute ones are of this service when their
 * path is, as the host may be behind a proxy that has another name. null for those outside of it.
 */
export function belowRoot(url: string, root: string): string | null {
  const withoutHost = url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '');
  const isRelative = withoutHost === url && !url.startsWith('/');
  if (isRelative) return url;
  const rootPath = new URL(root).pathname;
  if (withoutHost.startsWith(rootPath)) return withoutHost.slice(rootPath.length);
  return `${withoutHost}/` === rootPath ? '' : null;
}

/** Puts the path of an earlier request in the place of `$id`, with which an address may begin. */
export function withReference(url: string, paths: ReadonlyMap<string, string>): string {
  const [, id, rest] = /^\/?\$([^/?]+)(.*)$/s.exec(url) ?? [];
  const path = id === undefined ? undefined : paths.get(id);
  return path === undefined ? url : `${path}${rest}`;
}
