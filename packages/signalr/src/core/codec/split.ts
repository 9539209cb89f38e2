import type { CoreMessage } from '../messages.ts';
import { ProtocolError } from '../protocol-error.ts';

/** Where a frame is within what has been read: its content and what follows it; null while it is not complete. */
export type FindFrame = (
  data: Buffer,
  from: number,
) => { readonly start: number; readonly end: number; readonly next: number } | null;

/** Cuts a stream of bytes into frames of at most `most` bytes, whatever pieces they come in, and hands each over. */
export function frameSplitter(
  find: FindFrame,
  most: number,
): (data: Buffer, each: (frame: Buffer) => void) => void {
  let rest: Buffer | null = null;
  return (piece, each) => {
    const data: Buffer = rest === null ? piece : Buffer.concat([rest, piece]);
    let from = 0;
    for (let frame = find(data, 0); frame !== null; frame = find(data, from)) {
      if (frame.next - from > most) throw tooLong(most);
      each(data.subarray(frame.start, frame.end));
      from = frame.next;
    }
    if (data.length - from > most) throw tooLong(most);
    // A copy, lest a few bytes hold on to the whole piece they came in.
    rest = from === data.length ? null : Buffer.from(data.subarray(from));
  };
}

/** Hands over what a frame holds, but for what is of an unknown type. */
export function reading(
  read: (frame: Buffer) => CoreMessage | null,
  accept: (message: CoreMessage) => void,
): (frame: Buffer) => void {
  return (frame) => {
    const message = read(frame);
    if (message !== null) accept(message);
  };
}

function tooLong(most: number): ProtocolError {
  return new ProtocolError(
    `The maximum message size of ${most}B was exceeded. The message size can be configured in AddHubOptions.`,
  );
}
