import type { Dependencies } from '../../dependencies.ts';
import { hostLabel } from '../../http/addresses.ts';
import { authenticate } from '../../http/credentials.ts';
import { Refusal } from '../../refusal.ts';

/**
 * The addresses of reporting clients. They send a token as the password of HTTP Basic and are asked for one in that
 * way; there is nothing to report yet.
 */
export function reporting({ app, organizations, principals }: Dependencies): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/odata/*',
    handler: async (request) => {
      const organization = await organizations.resolve(
        request.raw.collection ?? null,
        hostLabel(request.headers.host),
      );
      const principal = await authenticate(request, organization, principals, { basic: true });
      request.admitted = { organization, principal, version: '3.2' };
      if (principal.role === 'None')
        throw new Refusal(
          'AccessDenied',
          'You have no role in this organization; an administrator can give you one.',
        );
      throw new Refusal('EntityNotFound', 'There is no such reporting service here.');
    },
  });
}
