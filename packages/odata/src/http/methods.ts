import { ODataError } from '../error.ts';

/** What a path is asked with. */
export type Allowed = 'GET, HEAD' | 'POST';

/** `/$batch` and `/$query` have a body; everything else is read. Takes the raw path. */
export function allowedMethods(path: string): Allowed {
  return /(?:^|\/)(?:\$|%24)(?:batch|query)\/?$/i.test(path) ? 'POST' : 'GET, HEAD';
}

/** Throws ODataError (405) for methods that the path does not have. */
export function checkMethod(method: string, allowed: Allowed): void {
  if (allowed.split(', ').includes(method)) return;
  const message =
    allowed === 'POST'
      ? `${method} is not possible here; the request goes into the body of a POST.`
      : `This service is read-only: ${method} is not possible, GET is.`;
  throw new ODataError('MethodNotAllowed', message);
}
