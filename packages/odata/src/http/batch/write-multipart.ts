import { STATUS_CODES } from 'node:http';
import type { ODataAnswer } from '../message.ts';
import { discard } from '../stream.ts';
import type { BatchItem } from './request.ts';
import type { BatchAnswer } from './run.ts';

/** Answers as parts between boundaries, each written as it comes (OData Protocol 4.01, 11.7.8). */
export async function* writeMultipart(
  answers: AsyncIterable<BatchAnswer>,
  boundary: string,
): AsyncGenerator<string | Buffer> {
  for await (const { item, answer } of answers) {
    try {
      yield headOf(item, answer, boundary);
      if (typeof answer.body === 'string' || Buffer.isBuffer(answer.body)) yield answer.body;
      else yield* answer.body;
      yield '\r\n';
    } finally {
      await discard(answer.body);
    }
  }
  yield `--${boundary}--\r\n`;
}

function headOf({ id }: BatchItem, { status, headers }: ODataAnswer, boundary: string): string {
  const lines = [
    `--${boundary}`,
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    ...(id === null ? [] : [`Content-ID: ${oneLine(id)}`]),
    '',
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}

/** An id comes from the client, and must not begin a header of its own. */
function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]/g, ' ');
}
