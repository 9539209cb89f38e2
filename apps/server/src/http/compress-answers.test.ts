import { gunzipSync } from 'node:zlib';
import { fastify } from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import { compressAnswers } from './compress-answers.ts';

const long = { text: 'worklog '.repeat(1000) };
const app = fastify();
compressAnswers(app);
app.get('/api/rest/long', async () => long);
app.get('/api/rest/short', async () => ({ text: 'worklog' }));
app.get('/api/odata/long', async () => long);

afterAll(() => app.close());

const ask = (url: string, encodings?: string) =>
  app.inject({ url, headers: encodings === undefined ? {} : { 'accept-encoding': encodings } });

describe('compressAnswers', () => {
  it.each(['gzip', 'br, gzip, deflate', 'gzip;q=0.5'])(
    'compresses a long answer for %s',
    async (encodings) => {
      const { headers, rawPayload } = await ask('/api/rest/long', encodings);
      expect(headers).toMatchObject({
        'content-encoding': 'gzip',
        'content-type': expect.stringContaining('application/json'),
        'content-length': String(rawPayload.length),
        vary: 'accept-encoding',
      });
      expect(JSON.parse(gunzipSync(rawPayload).toString())).toEqual(long);
      expect(rawPayload.length).toBeLessThan(1000);
    },
  );

  it.each([undefined, 'identity', 'br', 'gzip;q=0', 'gzip; q=0.0, br'])(
    'sends it as it is for %s',
    async (encodings) => {
      const { headers, body } = await ask('/api/rest/long', encodings);
      expect(headers).not.toHaveProperty('content-encoding');
      expect(headers).toMatchObject({ vary: 'accept-encoding' });
      expect(JSON.parse(body)).toEqual(long);
    },
  );

  it.each(['/api/rest/short', '/api/odata/long'])('leaves short answers and reports: %s', async (url) => {
    const { headers } = await ask(url, 'gzip');
    expect(headers).not.toHaveProperty('content-encoding');
  });
});
