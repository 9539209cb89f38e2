import { useTexts } from '@stint/ui';
import { lazy, Suspense } from 'react';
import { useSession } from '../api/session.ts';
import { Panel } from '../components/panel.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { settingsTexts } from '../texts/settings/texts.ts';
import { Addresses } from './addresses.tsx';
import { Tokens } from './tokens.tsx';
import { TokensOfEveryone } from './tokens-of-everyone.tsx';

const Reference = lazy(async () => ({ default: (await import('./reference/reference.tsx')).Reference }));

/** Settings > Reporting and API: tokens, addresses, the live reference. */
export function ReportingApi() {
  const texts = useTexts(settingsTexts);
  const { role } = useSession();
  return (
    <>
      <Tokens />
      {role === 'Administrator' && <TokensOfEveryone />}
      <Addresses />
      <Panel hint={texts.referenceHint} title={texts.reference}>
        <Suspense fallback={<SkeletonRows label={texts.loadingReference} rows={8} />}>
          <Reference />
        </Suspense>
      </Panel>
    </>
  );
}
