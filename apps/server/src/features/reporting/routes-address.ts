import type { FastifyRequest } from 'fastify';
import { readVersion, type Version } from '../../http/versions.ts';
import { Refusal } from '../../refusal.ts';

/** An address of the reporting service in its parts. */
export interface ReportingAddress {
  readonly version: Version;
  /** Path of the service's root, with a slash at the end, as the client spelled it. */
  readonly root: string;
  /** What follows the root: path and query, still percent-encoded. */
  readonly url: string;
}

/**
 * Reads `/api/odata/v3.2/…`, or `/api/{collection}/odata/v3.2/…` (api.md 1). ApiVersionError where the version is missing, unknown or
 * retired.
 */
export function readReportingAddress({ raw, url }: Pick<FastifyRequest, 'raw' | 'url'>): ReportingAddress {
  const [, odata = '', segment = '', rest = ''] = /^\/api\/(odata)\/?([^/?]*)(.*)$/is.exec(url) ?? [];
  if (!/^v\d/i.test(segment)) {
    throw new Refusal('ApiVersionError', 'The version is missing in the path: /api/odata/v3.2/ begins it.');
  }
  const collection = raw.collection === undefined ? '' : `${encodeURIComponent(raw.collection)}/`;
  return {
    version: readVersion('rest', segment.slice(1)),
    root: `/api/${collection}${odata}/${segment}/`,
    url: rest.replace(/^\//, ''),
  };
}
