import { may } from '@stint/domain';
import { useTexts } from '@stint/ui';
import { useSession } from '../api/session.ts';
import { NoPermission } from '../components/no-permission.tsx';
import { Page } from '../components/page.tsx';
import { iterationsTexts } from '../texts/iterations/texts.ts';
import { useIterationsSearch } from './use-iterations-search.ts';
import { IterationDetail } from './iteration-detail.tsx';
import { IterationList } from './iteration-list.tsx';

/** Iterations with what was planned and tracked, or one of them with its work items. */
export function IterationsPage() {
  const texts = useTexts(iterationsTexts);
  const { role } = useSession();
  const { path } = useIterationsSearch();
  if (!may(role, 'trackOwnTime')) {
    return (
      <Page title={texts.title}>
        <NoPermission needed="Team" />
      </Page>
    );
  }
  return path === undefined ? <IterationList /> : <IterationDetail key={path} path={path} />;
}
