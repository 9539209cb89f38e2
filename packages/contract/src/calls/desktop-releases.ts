import { Type } from 'typebox';
import { call } from '../call.ts';
import { DesktopRelease } from '../schemas/desktop-release.ts';

export const listDesktopReleases = call({
  id: 'listDesktopReleases',
  area: 'rest',
  method: 'GET',
  path: '/apps/releases',
  summary:
    'What this server has of the desktop app: for each target the newest stable release, and a beta that is newer.',
  answer: Type.Array(
    Type.Object({
      ...DesktopRelease.properties,
      /** Where the file is, below the address of the server. */
      address: Type.String(),
    }),
  ),
});
