import { makeStyles } from '@fluentui/react-components';
import { getRouteApi } from '@tanstack/react-router';
import { useTexts } from '@stint/ui';
import { lazy, type ReactNode, Suspense } from 'react';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonRows } from '../../components/skeleton.tsx';
import { reportsTexts } from '../../texts/reports/texts.ts';
import { type ReportName, useReport } from '../data/use-reports.ts';
import { type ReportSearch, withoutEdit } from './frame.ts';
import { ReportView } from './report-view.tsx';

const ReportEditor = lazy(async () => ({
  default: (await import('../edit/report-editor.tsx')).ReportEditor,
}));

const useStyles = makeStyles({ frame: { maxWidth: '1200px' } });

const byId = getRouteApi('/signed-in/reports/$id');
const byLink = getRouteApi('/signed-in/reports/shared/$shareId');

/** A report by its id. */
export function ReportPage() {
  const { id } = byId.useParams();
  const search = byId.useSearch();
  const navigate = byId.useNavigate();
  const onSearch = (change: ReportSearch) => void navigate({ search: change, replace: true });
  return <AnyReport key={id} name={{ id }} onSearch={onSearch} search={search} />;
}

/** A report that somebody gave the link to. */
export function SharedReportPage() {
  const { shareId } = byLink.useParams();
  const search = byLink.useSearch();
  const navigate = byLink.useNavigate();
  const onSearch = (change: ReportSearch) => void navigate({ search: change, replace: true });
  return <AnyReport key={shareId} name={{ shareId }} onSearch={onSearch} search={search} />;
}

function AnyReport(props: {
  readonly name: ReportName;
  readonly search: ReportSearch;
  readonly onSearch: (search: ReportSearch) => void;
}) {
  const styles = useStyles();
  const texts = useTexts(reportsTexts);
  const query = useReport(props.name);
  const frame = (content: ReactNode) => (
    <Page title={texts.title}>
      <div className={styles.frame}>{content}</div>
    </Page>
  );
  if (query.data === undefined)
    return frame(
      <Loaded
        query={query}
        skeleton={<SkeletonRows label={texts.loading} rows={10} />}
        what={texts.theReport}
      >
        {() => null}
      </Loaded>,
    );
  const { loaded, search, onSearch } = { ...props, loaded: query.data };
  if (search.edit && loaded.report.isCanEdit) {
    return (
      <Suspense fallback={frame(<SkeletonRows label={texts.loading} rows={10} />)}>
        <ReportEditor loaded={loaded} onLeave={() => onSearch(withoutEdit(search))} />
      </Suspense>
    );
  }
  return <ReportView loaded={loaded} onSearch={onSearch} search={search} />;
}
