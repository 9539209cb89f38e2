import { lazy, Suspense } from 'react';
import { Panel } from '../components/panel.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { Addresses } from './addresses.tsx';
import { Tokens } from './tokens.tsx';

const Reference = lazy(async () => ({ default: (await import('./reference/reference.tsx')).Reference }));

/** Settings > Reporting and API: tokens, addresses, the live reference. */
export function ReportingApi() {
  return (
    <>
      <Tokens />
      <Addresses />
      <Panel
        hint="Every call of this installation, made from the same description that the server checks requests with. A try is sent as you."
        title="API reference"
      >
        <Suspense fallback={<SkeletonRows label="Loading the reference" rows={8} />}>
          <Reference />
        </Suspense>
      </Panel>
    </>
  );
}
