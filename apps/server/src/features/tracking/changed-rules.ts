import type { Instant } from '@stint/domain';
import type { Dependencies } from '../../dependencies.ts';
import { rulesOf } from './rules.ts';
import { lookAgain } from './store.ts';

/** Makes running tracks meet the rules of today: a longest track that was shortened ends them now, not at their old deadline. */
export function watchRules({
  database,
  feed,
  organizations,
}: Pick<Dependencies, 'database' | 'feed' | 'organizations'>): { apply(now: Instant): Promise<void> } {
  const changed = new Set<string>();
  const known = new Map<string, string>();
  feed.onChange((organizationId) => {
    if (organizationId !== null) changed.add(organizationId);
  });

  return {
    async apply(now) {
      for (const id of changed) {
        changed.delete(id);
        await meet(id, now).catch((error: unknown) => {
          changed.add(id);
          throw error;
        });
      }
    },
  };

  async function meet(id: string, now: Instant): Promise<void> {
    const organization = await organizations.byId(id);
    if (!organization) return;
    const rules = JSON.stringify(rulesOf(organization));
    if (known.get(id) !== rules) await lookAgain(database.organization(id), id, now);
    known.set(id, rules);
  }
}
