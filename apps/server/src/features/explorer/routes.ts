import { calls } from '@stint/contract';
import type { Dependencies } from '../../dependencies.ts';
import { type BulkDependencies, createBulk } from './bulk.ts';
import { deleteLayout, listLayouts, setLayout } from './layouts.ts';

/** The calls under /explorer; what Times Explorer shows comes from the reporting service. */
export function explorer({ router }: Pick<Dependencies, 'router'>, services: BulkDependencies): void {
  const bulk = createBulk(services);

  router.handle(calls.listExplorerLayouts, (asked) => listLayouts(asked));
  router.handle(calls.setExplorerLayout, (asked) => setLayout(asked, asked.params.id, asked.body));
  router.handle(calls.deleteExplorerLayout, async (asked) => {
    await deleteLayout(asked, asked.params.id);
    return null;
  });

  router.handle(calls.changeWorkLogs, (asked) =>
    bulk.change(asked, asked.body, asked.query.$validateOnly ?? false),
  );
  router.handle(calls.deleteWorkLogs, (asked) =>
    bulk.remove(asked, asked.body.ids, asked.query.$validateOnly ?? false),
  );
  router.handle(calls.restoreWorkLogs, (asked) =>
    bulk.restore(asked, asked.body.ids, asked.query.$validateOnly ?? false),
  );
}
