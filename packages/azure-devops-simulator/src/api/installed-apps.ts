import type { FastifyInstance } from 'fastify';
import { type Context, wrapped } from './context.ts';

/**
 * The extensions of a collection, by which an app on premises finds the time tracking server. As on a real one there are others, and
 * extensions without an address of their own.
 */
export function installedApps(app: FastifyInstance, { timetracker }: Context): void {
  app.get('/_apis/Contribution/InstalledApps', async () =>
    wrapped([
      extension('ms', 'vss-code-search', 'Code Search', ''),
      extension('contoso', 'boards-helper', 'Boards Helper', 'https://boards-helper.example.com/'),
      ...(timetracker === null ? [] : [extension('stint', 'stint', 'Stint', timetracker)]),
    ]),
  );
}

function extension(publisherId: string, extensionId: string, extensionName: string, baseUri: string) {
  return {
    extensionId,
    extensionName,
    publisherId,
    publisherName: publisherId,
    version: '1.0.0',
    registrationId: `${publisherId}.${extensionId}`,
    manifestVersion: 1,
    ...(baseUri !== '' && { baseUri }),
    contributions: [],
    scopes: [],
    flags: '',
    installState: { flags: 'none', lastUpdated: '2025-01-01T00:00:00Z' },
  };
}
