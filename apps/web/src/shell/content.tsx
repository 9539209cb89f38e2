import { may } from '@stint/domain';
import { useTexts } from '@stint/ui';
import { Outlet, useLocation } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { NoPermission } from '../components/no-permission.tsx';
import { Page } from '../components/page.tsx';
import { shellTexts } from '../texts/shell/texts.ts';
import { listedPageAt } from './page-list.ts';

/** The page of the address. Whoever has no role is told so in its place, where it is one that takes a role. */
export function Content() {
  const texts = useTexts(shellTexts);
  const { role } = useSession();
  const listed = listedPageAt(useLocation({ select: ({ pathname }) => pathname }));
  if (!listed?.needs || may(role, 'trackOwnTime')) return <Outlet />;
  return (
    <Page title={texts[listed.key]}>
      <NoPermission needed="Team" />
    </Page>
  );
}
