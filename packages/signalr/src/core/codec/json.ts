import type { Completion, CoreMessage, Invocation } from '../messages.ts';
import type { Codec } from './codec.ts';
import { parseJsonMessage } from './json-parse.ts';
import { type FindFrame, frameSplitter, reading } from './split.ts';

/** Ends each message of the text format. */
const RECORD_SEPARATOR = 0x1e;

export const findRecord: FindFrame = (data, from) => {
  const end = data.indexOf(RECORD_SEPARATOR, from);
  return end < 0 ? null : { start: from, end, next: end + 1 };
};

export const jsonCodec: Codec = {
  name: 'json',
  format: 'Text',
  encode: (message) => Buffer.from(`${textOf(message)}\x1e`),
  decoder({ messageBytes }) {
    const split = frameSplitter(findRecord, messageBytes);
    return {
      push: (data, accept) => split(data, reading(readJson, accept)),
    };
  },
};

function readJson(frame: Buffer): CoreMessage | null {
  return parseJsonMessage(frame.toString());
}

function textOf(message: CoreMessage): string {
  switch (message.type) {
    case 1:
    case 4:
      return invocationText(message);
    case 2:
      return `{"type":2,"invocationId":${json(message.invocationId)},"item":${json(message.item)}}`;
    case 3:
      return `{"type":3,"invocationId":${json(message.invocationId)}${outcomeText(message)}}`;
    case 5:
      return `{"type":5,"invocationId":${json(message.invocationId)}}`;
    case 6:
      return '{"type":6}';
    case 7: {
      const error = message.error === null ? '' : `,"error":${json(message.error)}`;
      return `{"type":7${error}${message.allowReconnect ? ',"allowReconnect":true' : ''}}`;
    }
    default:
      return `{"type":${message.type},"sequenceId":${message.sequenceId}}`;
  }
}

function invocationText({ type, invocationId, target, arguments: args, streamIds }: Invocation): string {
  const id = invocationId === null ? '' : `,"invocationId":${json(invocationId)}`;
  const streams = streamIds.length === 0 ? '' : `,"streamIds":${json(streamIds)}`;
  return `{"type":${type}${id},"target":${json(target)},"arguments":${json(args)}${streams}}`;
}

function outcomeText({ outcome }: Completion): string {
  if (outcome.kind === 'error') return `,"error":${json(outcome.error)}`;
  return outcome.kind === 'result' ? `,"result":${json(outcome.result)}` : '';
}

/** What JSON has no word for (undefined, functions) is null. */
function json(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}
