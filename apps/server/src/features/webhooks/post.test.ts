import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { post } from './post.ts';
import { startReceiver } from './testing/receiver.ts';

const loopback: LookupAddress = { address: '127.0.0.1', family: 4 };
const elsewhere: LookupAddress = { address: '93.184.215.14', family: 4 };

/** Posts to a name that only `answers` know, one look-up after the other. */
function postTo(
  url: string,
  options: { answers: LookupAddress[][]; allowInside?: boolean; signal?: AbortSignal },
) {
  const { answers, allowInside = false, signal = new AbortController().signal } = options;
  let asked = 0;
  const resolve = async () => {
    asked += 1;
    return answers[asked - 1] ?? [];
  };
  const sent = post({ url, headers: { 'x-test': 'yes' }, body: '{}', resolve, allowInside, signal });
  return sent.then((outcome) => ({ ...outcome, asked }));
}

async function named() {
  const receiver = await startReceiver(200);
  return { receiver, url: receiver.url.replace('127.0.0.1', 'hooks.example.test') };
}

describe('a post', () => {
  it('goes to the address that was looked up once, under the name of the host', async () => {
    const { receiver, url } = await named();
    const outcome = await postTo(url, { answers: [[loopback], [elsewhere]], allowInside: true });
    expect(outcome).toEqual({ status: 200, fault: null, asked: 1 });
    expect(receiver.received[0]?.headers).toMatchObject({ host: new URL(url).host, 'x-test': 'yes' });
  });

  it('does not leave for a name that leads to the inside now, whatever it led to before', async () => {
    const { receiver, url } = await named();
    for (const answers of [[[loopback]], [[elsewhere, loopback]]]) {
      const { status, fault } = await postTo(url, { answers });
      expect([status, fault]).toEqual([
        null,
        'hooks.example.test is 127.0.0.1, which is no address of the public internet',
      ]);
    }
    expect(receiver.received).toEqual([]);
  });

  it('ends when it is told to, also while the receiver thinks', async () => {
    const receiver = await startReceiver('hang');
    const ending = new AbortController();
    const sent = postTo(receiver.url, { answers: [], allowInside: true, signal: ending.signal });
    await receiver.got(1);
    ending.abort();
    expect(await sent).toMatchObject({ status: null, fault: expect.any(String) });
  });

  it('says when nobody knows the host', async () => {
    const resolve = () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' }));
    const { signal } = new AbortController();
    const posting = {
      url: 'https://nobody.test/',
      headers: {},
      body: '',
      resolve,
      allowInside: false,
      signal,
    };
    expect(await post(posting)).toEqual({ status: null, fault: 'the host is unknown' });
  });
});
