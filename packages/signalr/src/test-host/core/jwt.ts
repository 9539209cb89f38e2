import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Seconds a token is good for. */
const LIFETIME = 5;

/** Signs and checks the tokens of one run of the test host. */
export function createTokens(): { sign(user: string): string; userOf(token: string): string | null } {
  const key = randomBytes(32);
  const signatureOf = (text: string) => createHmac('sha256', key).update(text).digest();
  return {
    sign(user) {
      const exp = Math.floor(Date.now() / 1000) + LIFETIME;
      const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: user, exp })}`;
      return `${text}.${signatureOf(text).toString('base64url')}`;
    },
    userOf(token) {
      const [head = '', body = '', signature = ''] = token.split('.');
      const expected = signatureOf(`${head}.${body}`);
      const given = Buffer.from(signature, 'base64url');
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      const { sub, exp } = JSON.parse(Buffer.from(body, 'base64url').toString()) as {
        sub: string;
        exp: number;
      };
      return exp * 1000 > Date.now() ? sub : null;
    },
  };
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
