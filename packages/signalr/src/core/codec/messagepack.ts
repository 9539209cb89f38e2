import { Decoder, Encoder } from '@msgpack/msgpack';
import type { CoreMessage } from '../messages.ts';
import { ProtocolError } from '../protocol-error.ts';
import type { Codec } from './codec.ts';
import { parseMessagePackMessage } from './messagepack-parse.ts';
import { type FindFrame, frameSplitter, reading } from './split.ts';
import { readVarint, varintSize, writeVarint } from './varint.ts';

const encoder = new Encoder();
const reader = new Decoder();

const findFrame: FindFrame = (data, from) => {
  const length = readVarint(data, from);
  if (length === null) return null;
  const end = length.next + length.value;
  return end > data.length ? null : { start: length.next, end, next: end };
};

/** Each message is a MessagePack array behind its length. */
export const messagePackCodec: Codec = {
  name: 'messagepack',
  format: 'Binary',
  encode(message) {
    const body = encoder.encodeSharedRef(arrayOf(message));
    const frame = Buffer.allocUnsafe(varintSize(body.length) + body.length);
    frame.set(body, writeVarint(frame, body.length));
    return frame;
  },
  decoder({ messageBytes }) {
    const split = frameSplitter(findFrame, messageBytes);
    return {
      push: (data, accept) => split(data, reading(readMessagePack, accept)),
    };
  },
};

function readMessagePack(frame: Buffer): CoreMessage | null {
  return parseMessagePackMessage(valueOf(frame));
}

function valueOf(frame: Buffer): unknown {
  try {
    return reader.decode(frame);
  } catch {
    throw new ProtocolError('Error reading MessagePack.');
  }
}

const NO_HEADERS = {};

function arrayOf(message: CoreMessage): unknown[] {
  switch (message.type) {
    case 1:
    case 4: {
      const { type, invocationId, target, arguments: args, streamIds } = message;
      return [type, NO_HEADERS, invocationId, target, args, streamIds];
    }
    case 2:
      return [2, NO_HEADERS, message.invocationId, message.item];
    case 3: {
      const { invocationId, outcome } = message;
      if (outcome.kind === 'error') return [3, NO_HEADERS, invocationId, 1, outcome.error];
      if (outcome.kind === 'nothing') return [3, NO_HEADERS, invocationId, 2];
      return [3, NO_HEADERS, invocationId, 3, outcome.result];
    }
    case 5:
      return [5, NO_HEADERS, message.invocationId];
    case 6:
      return [6];
    case 7:
      return message.allowReconnect ? [7, message.error, true] : [7, message.error];
    default:
      return [message.type, message.sequenceId];
  }
}
