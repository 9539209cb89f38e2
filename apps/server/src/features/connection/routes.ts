import { calls } from '@stint/contract';
import { expiryOf, type WallDate } from '@stint/domain';
import type { Dependencies } from '../../dependencies.ts';
import { todayIn } from '../../http/days.ts';
import type { Connections } from './service.ts';
import type { ConnectionStatus } from './store.ts';

/** The calls under /api/rest/connection, where the token goes in and never comes out, and the groups to choose from. */
export function connectionRoutes(
  { router, clock }: Pick<Dependencies, 'router' | 'clock'>,
  connections: Connections,
): void {
  const answerOf = (status: ConnectionStatus) => connectionOf(status, todayIn('UTC', clock()));

  router.handle(calls.getConnection, async (asked) => {
    const status = await connections.get(asked);
    return status && answerOf(status);
  });

  router.handle(calls.setConnection, async (asked) => answerOf(await connections.set(asked, asked.body)));

  router.handle(calls.testConnection, (asked) => connections.test(asked, asked.body));

  router.handle(calls.setConnectionExpiry, async (asked) =>
    answerOf(await connections.setExpiry(asked, asked.body.expires ?? null)),
  );

  router.handle(calls.removeConnection, async (asked) => {
    await connections.remove(asked);
    return null;
  });

  router.handle(calls.findAzureDevOpsGroups, (asked) =>
    connections.findGroups(asked, asked.query.$search ?? ''),
  );
}

function connectionOf(status: ConnectionStatus, today: WallDate) {
  const expiry = status.expires === null ? null : expiryOf(status.expires, today);
  return {
    ...status,
    kind: 'pat' as const,
    expiresInDays: expiry?.days ?? null,
    isExpiring: (expiry?.warning ?? null) !== null,
  };
}
