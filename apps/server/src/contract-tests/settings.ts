import type { OrganizationSettings } from '@stint/contract';
import { expect } from 'vitest';
import type { TestServer } from '../testing/test-server.ts';

/** Sets an organization's settings (`demo`'s by default), all others to their defaults, and waits until the server has heard of it. */
export async function setSettings(
  stint: TestServer,
  settings: Partial<OrganizationSettings>,
  organizationId = stint.organizationId,
): Promise<void> {
  const { database, feed, organizations } = stint.server.dependencies;
  await database.system
    .updateTable('organization')
    .set({ settings: JSON.stringify(settings) })
    .where('id', '=', organizationId)
    .execute();
  feed.tell(organizationId);
  expect((await organizations.byId(organizationId))?.settings).toMatchObject(settings);
}
