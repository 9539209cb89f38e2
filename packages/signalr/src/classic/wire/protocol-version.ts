/** A version of the classic protocol, as its numbers. */
export type ProtocolVersion = readonly number[];

const oldest: ProtocolVersion = [1, 2];
const newest: ProtocolVersion = [2, 0];
const firstWithStart: ProtocolVersion = [1, 4];

/**
 * The version spoken with a client that says `clientProtocol`: its own between 1.2 and 2.0, else the nearer of both;
 * 1.2 when it says none or something that is no version.
 */
export function negotiatedVersion(clientProtocol: string | null | undefined): ProtocolVersion {
  const version = parse(clientProtocol ?? '');
  if (version === undefined || compare(version, oldest) < 0) return oldest;
  return compare(version, newest) > 0 ? newest : version;
}

/** Whether a client of this version sends `start` when it is ready; older ones are connected by `connect` itself. */
export function sendsStart(version: ProtocolVersion): boolean {
  return compare(version, firstWithStart) >= 0;
}

/** The version as it stands in the answer to `negotiate`, e.g. `2.0`. */
export function versionText(version: ProtocolVersion): string {
  return version.join('.');
}

function parse(text: string): ProtocolVersion | undefined {
  if (!/^\d{1,9}(\.\d{1,9}){1,3}$/.test(text)) return undefined;
  return text.split('.').map(Number);
}

/** .NET's order: a part that is left out is less than 0, so 2.0 comes before 2.0.0. */
function compare(left: ProtocolVersion, right: ProtocolVersion): number {
  for (let part = 0; part < 4; part += 1) {
    const difference = (left[part] ?? -1) - (right[part] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
