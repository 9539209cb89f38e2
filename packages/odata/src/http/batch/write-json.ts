import type { Body, ODataAnswer } from '../message.ts';
import { discard } from '../stream.ts';
import type { BatchAnswer } from './run.ts';

/** Answers as a JSON document, each written as it comes (OData JSON Format 4.01, 19.2). */
export async function* writeJsonBatch(answers: AsyncIterable<BatchAnswer>): AsyncGenerator<string> {
  yield '{"responses":[';
  let separator = '';
  for await (const { item, answer } of answers) {
    const { status, headers } = answer;
    const head = JSON.stringify({ id: item.id, atomicityGroup: item.group ?? undefined, status, headers });
    try {
      yield `${separator}${head.slice(0, -1)}`;
      yield* bodyMember(answer);
      yield '}';
    } finally {
      await discard(answer.body);
    }
    separator = ',\n';
  }
  yield ']}';
}

/** JSON as it is, other texts as a JSON text, anything else in base64url. */
async function* bodyMember({ headers, body }: ODataAnswer): AsyncGenerator<string> {
  const type = headers['content-type'];
  if (type === undefined || body === '') return;
  if (type.startsWith('application/json')) {
    yield ',"body":';
    for await (const chunk of chunksOf(body)) yield chunk.toString();
    return;
  }
  yield ',"body":"';
  yield* type.startsWith('text/') || type.startsWith('application/xml') ? jsonText(body) : base64url(body);
  yield '"';
}

async function* jsonText(body: Body): AsyncGenerator<string> {
  for await (const chunk of chunksOf(body)) yield JSON.stringify(chunk.toString()).slice(1, -1);
}

/** Three bytes become four characters: what is left of a chunk waits for the next. */
async function* base64url(body: Body): AsyncGenerator<string> {
  let rest = Buffer.alloc(0);
  for await (const chunk of chunksOf(body)) {
    const bytes = Buffer.concat([rest, Buffer.from(chunk)]);
    const whole = bytes.length - (bytes.length % 3);
    yield bytes.subarray(0, whole).toString('base64url');
    rest = bytes.subarray(whole);
  }
  yield rest.toString('base64url');
}

async function* chunksOf(body: Body): AsyncGenerator<string | Buffer> {
  if (typeof body === 'string' || Buffer.isBuffer(body)) yield body;
  else yield* body;
}
