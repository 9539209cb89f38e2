import type { Codec } from './codec/codec.ts';
import { findRecord, jsonCodec } from './codec/json.ts';
import { messagePackCodec } from './codec/messagepack.ts';
import { ProtocolError } from './protocol-error.ts';

/** Version 2 can reconnect statefully. */
export const STATEFUL_VERSION = 2;

export type Handshake =
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'refused'; readonly error: string }
  | { readonly kind: 'agreed'; readonly codec: Codec; readonly version: number; readonly rest: Buffer };

export interface HandshakeFacts {
  readonly messageBytes: number;
  /** What the transport carries. */
  readonly formats: readonly Codec['format'][];
}

/** Reads a client's first record, which is JSON whatever the connection speaks later. */
export function readHandshake(data: Buffer, { messageBytes, formats }: HandshakeFacts): Handshake {
  const record = findRecord(data, 0);
  if (record === null && data.length <= messageBytes) return { kind: 'incomplete' };
  if (record === null || record.next > messageBytes) return refused(UNEXPECTED);
  const asked = requestOf(data.toString('utf8', record.start, record.end));
  if (asked === null) return refused(UNEXPECTED);
  const { protocol, version } = asked;
  const codec = [jsonCodec, messagePackCodec].find(({ name }) => name === protocol.toLowerCase());
  if (codec === undefined) return refused(`The protocol '${protocol}' is not supported.`);
  if (version < 1 || version > STATEFUL_VERSION) {
    return refused(`The server does not support version ${version} of the '${protocol}' protocol.`);
  }
  if (!formats.includes(codec.format)) {
    return refused(
      `Cannot use the '${codec.name}' protocol on the current transport. The transport does not support '${codec.format}' transfer format.`,
    );
  }
  return { kind: 'agreed', codec, version, rest: data.subarray(record.next) };
}

/** What .NET tells of any failure here. */
const UNEXPECTED = 'An unexpected error occurred during connection handshake.';

function refused(error: string): Handshake {
  return { kind: 'refused', error };
}

function requestOf(text: string): { readonly protocol: string; readonly version: number } | null {
  try {
    const { protocol, version } = JSON.parse(text) as { protocol?: unknown; version?: unknown };
    if (typeof protocol !== 'string' || !Number.isInteger(version)) throw new ProtocolError('No handshake.');
    return { protocol, version: version as number };
  } catch {
    return null;
  }
}

/** The answer, with an error where there is one. */
export function handshakeAnswer(error: string | null): Buffer {
  return Buffer.from(`${JSON.stringify(error === null ? {} : { error })}\x1e`);
}
