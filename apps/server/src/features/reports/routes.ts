import { calls, type Report } from '@stint/contract';
import type { Dependencies } from '../../dependencies.ts';
import type { Asked } from '../../http/asked.ts';
import { expectedVersions, tag } from '../../http/entity-tags.ts';
import { builtInReports } from './built-in/index.ts';
import { builtInSummaryOf, summaryOf } from './present.ts';
import { createReports, type Shown } from './service.ts';
import { readReports } from './store.ts';

/** The calls under /reports. */
export function reports({ router }: Pick<Dependencies, 'router'>): void {
  const service = createReports();

  router.handle(calls.listReports, list);
  router.handle(calls.getReport, async (asked) => answer(asked, await service.get(asked, asked.params.id)));
  router.handle(calls.getSharedReport, async (asked) =>
    answer(asked, await service.shared(asked, asked.params.shareId)),
  );
  router.handle(calls.addReport, async (asked) => answer(asked, await service.add(asked, asked.body)));
  router.handle(calls.changeReport, async (asked) =>
    answer(asked, await service.change(asked, asked.params.id, asked.body, expectedVersions(asked.request))),
  );
  router.handle(calls.deleteReport, async (asked) => {
    await service.remove(asked, asked.params.id, expectedVersions(asked.request));
    return null;
  });
  router.handle(calls.copyReport, async (asked) =>
    answer(asked, await service.copy(asked, asked.params.id, asked.body.name)),
  );
  router.handle(calls.orderReports, async (asked) => {
    await service.order(asked, asked.body.ids);
    return list(asked);
  });
  router.handle(calls.shareReport, async (asked) =>
    answer(asked, await service.share(asked, asked.params.id, true)),
  );
  router.handle(calls.unshareReport, async (asked) =>
    answer(asked, await service.share(asked, asked.params.id, false)),
  );
}

async function list({ db, organization, principal }: Pick<Asked, 'db' | 'organization' | 'principal'>) {
  const stored = await readReports(db, organization.id, principal.id);
  return [...builtInReports.map(builtInSummaryOf), ...stored.map((each) => summaryOf(principal, each))];
}

function answer({ reply }: Pick<Asked, 'reply'>, { report, version }: Shown): Report {
  if (version !== null) tag(reply, version);
  return report;
}
