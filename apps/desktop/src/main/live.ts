import { live } from '@stint/client/live';
import type { LivePort } from '../core/organizations/live.ts';

/** The hub of the server (realtime.md). The client keeps the connection up by itself; the core is told when it is gone. */
export const livePort: LivePort = {
  open: ({ baseUrl, collection, authorization, heard, opened, closed }) => {
    const hub = live({
      baseUrl: collection === null ? baseUrl : `${baseUrl}/${encodeURIComponent(collection)}`,
      version: '3.2',
      accessToken: async () => (await authorization()).replace(/^Bearer /, ''),
      on: {
        trackingChanged: (state) => heard({ kind: 'track', state }),
        workLogChanged: () => heard({ kind: 'worklogs' }),
        activityCheckStarted: () => heard({ kind: 'settings' }),
        activityCheckEnded: (state) => heard({ kind: 'track', state }),
        settingsChanged: () => heard({ kind: 'settings' }),
      },
      onState: (state) => {
        if (state === 'online') opened();
        else if (state === 'offline' || state === 'refused') closed();
      },
    });
    return () => void hub.stop();
  },
};
