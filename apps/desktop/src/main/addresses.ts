import type { DesktopView } from '../core/app/view.ts';

const SOURCE_CODE = 'https://github.com/stint/stint';

/** The addresses that a page may ask to be opened: of the server it pairs or is paired with, and of the project. */
export function addressOf(
  what: 'apps' | 'web' | 'source',
  { pairing, organizations }: Pick<DesktopView, 'pairing' | 'organizations'>,
): string {
  if (what === 'source') return SOURCE_CODE;
  const paired = organizations.find(({ isActive }) => isActive)?.server ?? SOURCE_CODE;
  const server = 'address' in pairing ? pairing.address.baseUrl : paired;
  return what === 'apps' ? `${server}/apps` : `${server}/`;
}
