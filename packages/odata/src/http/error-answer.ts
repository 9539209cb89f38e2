import { ODataError } from '../error.ts';
import type { Version } from './executor.ts';
import type { ODataAnswer } from './message.ts';

/**
 * A refusal as an OData error (OData JSON Format 4.01, 21): where the position in the query is known, the message tells it, and
 * `details` holds it by itself under the code `Position`.
 */
export function errorAnswer(error: ODataError, version: Version, allow?: string): ODataAnswer {
  const { code, target, position } = error;
  const details =
    position === undefined ? undefined : [{ code: 'Position', message: String(position), target }];
  const body = { error: { code, message: messageOf(error), target, details } };
  return {
    status: error.status,
    headers: {
      'content-type': 'application/json;charset=utf-8',
      'odata-version': version,
      ...(allow === undefined ? {} : { allow }),
    },
    body: JSON.stringify(body),
  };
}

/** What is said of a fault of ours: nothing of it. */
export function faultAnswer(version: Version): ODataAnswer {
  return {
    status: 500,
    headers: { 'content-type': 'application/json;charset=utf-8', 'odata-version': version },
    body: JSON.stringify({ error: { code: 'InternalError', message: 'The request could not be answered.' } }),
  };
}

function messageOf({ message, target, position }: ODataError): string {
  if (position === undefined || message.includes(`position ${position}`)) return message;
  return `${message} (position ${position}${target === undefined ? '' : ` of ${target}`})`;
}
