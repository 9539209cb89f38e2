import type { CoreMessage } from '../messages.ts';
import { ProtocolError } from '../protocol-error.ts';

/** Where a frame is within what has been read: its content and what follows it; null while it is not complete. */
export type FindFrame = (
  data: Buffer,
  from: number,
) => { readonly start: number; readonly end: number; readonly next: number } | null;

/** Cuts a stream of bytes into frames of at most `most` bytes, whatever pieces they come in. */
export function frameSplitter(find: FindFrame, most: number): (data: Buffer) => Buffer[] {
  let rest: Buffer | null = null;
  return (piece) => {
    const data: Buffer = rest === null ? piece : Buffer.concat([rest, piece]);
    const frames: Buffer[] = [];
    let from = 0;
    for (let frame = find(data, 0); frame !== null; frame = find(data, from)) {
      if (frame.next - from > most) throw tooLong(most);
      frames.push(data.subarray(frame.start, frame.end));
      from = frame.next;
    }
    if (data.length - from > most) throw tooLong(most);
    // A copy, lest a few bytes hold on to the whole piece they came in.
    rest = from === data.length ? null : Buffer.from(data.subarray(from));
    return frames;
  };
}

/** What is in frames, but for what is of an unknown type. */
export function messagesOf(
  frames: readonly Buffer[],
  read: (frame: Buffer) => CoreMessage | null,
): CoreMessage[] {
  const messages: CoreMessage[] = [];
  for (const frame of frames) {
    const message = read(frame);
    if (message !== null) messages.push(message);
  }
  return messages;
}

function tooLong(most: number): ProtocolError {
  return new ProtocolError(
    `The maximum message size of ${most}B was exceeded. The message size can be configured in AddHubOptions.`,
  );
}
