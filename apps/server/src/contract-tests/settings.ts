import type { OrganizationSettings } from '@stint/contract';
import { expect } from 'vitest';
import type { TestServer } from '../testing/test-server.ts';

/** Sets the default organization's settings, all others to their defaults, and waits until the server has heard of it. */
export async function setSettings(stint: TestServer, settings: Partial<OrganizationSettings>): Promise<void> {
  const { database, feed, organizations } = stint.server.dependencies;
  await database.system
    .updateTable('organization')
    .set({ settings: JSON.stringify(settings) })
    .where('id', '=', stint.organizationId)
    .execute();
  feed.tell(stint.organizationId);
  expect((await organizations.byId(stint.organizationId))?.settings).toMatchObject(settings);
}
