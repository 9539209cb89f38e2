import { ODataError } from '../error.ts';
import type { AnnotationPrefix, Version } from './executor.ts';
import type { Headers } from './message.ts';

/**
 * The version of an answer: the highest that the client can read (OData Protocol 4.01, 8.2.6 and 8.2.7). Throws ODataError (400) for
 * clients that read less than 4.0, or that write what we don't know.
 */
export function versionOf(headers: Headers): Version {
  const written = headers['odata-version']?.trim();
  if (written !== undefined && written !== '4.0' && written !== '4.01') {
    throw unsupported('OData-Version', written);
  }
  const most = headers['odata-maxversion']?.trim();
  if (most === undefined) return '4.01';
  if (!(/^\d+\.\d+$/.test(most) && Number(most) >= 4)) throw unsupported('OData-MaxVersion', most);
  return Number(most) >= 4.01 ? '4.01' : '4.0';
}

/** Annotations keep `odata.` in their names unless the client writes 4.01 itself: many read only these. */
export function prefixOf(headers: Headers, version: Version): AnnotationPrefix {
  return version === '4.01' && headers['odata-version']?.trim() === '4.01' ? '@' : '@odata.';
}

function unsupported(target: string, version: string): ODataError {
  const message = `${target} ${version.slice(0, 20)} is not supported; there are 4.0 and 4.01.`;
  return new ODataError('InvalidQuery', message, { target });
}
