import type { WebApi } from 'azure-devops-node-api';
import { waitOf } from './errors.ts';

export type RestClient = WebApi['rest'];

/**
 * Makes a REST client of the library report what it would hide: it gives `null` for 404, for a sign-in page and for a
 * body that broke off. With this, they are errors with a `statusCode` or a network `code`.
 * @param slowDown told the seconds of `Retry-After` on answers that succeeded
 */
export function inspectAnswers(rest: RestClient, slowDown: (seconds: number) => void): void {
  const { client } = rest;
  const request = client.request.bind(client);
  client.request = async (...args) => {
    const response = await request(...args);
    const body = await response.readBody();
    const { statusCode = 0, headers } = response.message;
    if (statusCode >= 300 || statusCode === 203) {
      throw Object.assign(new Error(`status ${statusCode}`), {
        statusCode,
        responseHeaders: headers,
        result: jsonOf(body),
      });
    }
    if (!/^\s*[[{]|^$/.test(body))
      throw new Error('the answer is not JSON; is this the address of an organization or collection?');
    const seconds = waitOf(headers);
    if (seconds !== null) slowDown(seconds);
    response.readBody = async () => body;
    return response;
  };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
