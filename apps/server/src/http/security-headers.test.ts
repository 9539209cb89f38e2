import { fastify } from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import { sendSecurityHeaders } from './security-headers.ts';

const app = fastify();
sendSecurityHeaders(app);
app.get('/page', async () => 'page');

afterAll(() => app.close());

describe('sendSecurityHeaders', () => {
  it.each(['/page', '/unknown'])('keeps pages of other sites out of answers: %s', async (url) => {
    const { headers } = await app.inject({ url });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'same-origin',
    });
  });

  it('lets pages run our own scripts only, and nobody frame them', async () => {
    const { headers } = await app.inject({ url: '/page' });
    const directives = String(headers['content-security-policy']).split(';');
    expect(directives).toEqual(
      expect.arrayContaining(["script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"]),
    );
  });
});
