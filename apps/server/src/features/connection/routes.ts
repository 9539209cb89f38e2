import { calls } from '@stint/contract';
import type { Dependencies } from '../../dependencies.ts';
import type { Connections } from './service.ts';
import type { ConnectionStatus } from './store.ts';

/** The calls under /api/rest/connection, where the token goes in and never comes out, and the groups to choose from. */
export function connectionRoutes({ router }: Pick<Dependencies, 'router'>, connections: Connections): void {
  router.handle(calls.getConnection, async (asked) => {
    const status = await connections.get(asked);
    return status && answerOf(status);
  });

  router.handle(calls.setConnection, async (asked) => answerOf(await connections.set(asked, asked.body)));

  router.handle(calls.removeConnection, async (asked) => {
    await connections.remove(asked);
    return null;
  });

  router.handle(calls.findAzureDevOpsGroups, (asked) =>
    connections.findGroups(asked, asked.query.$search ?? ''),
  );
}

function answerOf(status: ConnectionStatus) {
  return { ...status, kind: 'pat' as const };
}
