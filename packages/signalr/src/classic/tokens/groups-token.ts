import type { Protector } from './protector.ts';

/** The token by which a client gets its groups back when it reconnects to a server that does not know it any more. */
export function writeGroupsToken(
  protector: Protector,
  connectionId: string,
  groups: readonly string[],
): string {
  return protector.protect('groups', `${connectionId}:${JSON.stringify(groups)}`);
}

/** The groups of the token; none when it is missing, was not made here, or is another connection's. */
export function readGroupsToken(
  protector: Protector,
  connectionId: string,
  token: string | null | undefined,
): readonly string[] {
  if (token === null || token === undefined || token === '') return [];
  const text = protector.unprotect('groups', token);
  const start = `${connectionId}:`;
  return text?.startsWith(start) === true ? (JSON.parse(text.slice(start.length)) as string[]) : [];
}
