import { Button, makeStyles } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import type { ReportSummary } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useSession } from '../../api/session.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { RowList } from '../../components/row-list.tsx';
import { SkeletonRows } from '../../components/skeleton.tsx';
import { StateMessage } from '../../components/state-message.tsx';
import { reportsTexts } from '../../texts/reports/texts.ts';
import { useReportList } from '../data/use-reports.ts';
import { ReportRow } from './report-row.tsx';
import { useReportCommands } from './use-report-commands.ts';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 420px), 1fr))',
    gap: '14px',
    alignItems: 'start',
  },
});

/** The list of reports: one’s own in their order, those of others, and the built-in ones. */
export function ReportsPage() {
  const styles = useStyles();
  const texts = useTexts(reportsTexts);
  const query = useReportList();
  const { add } = useReportCommands();
  const create = () => add.mutate({ name: texts.newReport });
  return (
    <Page
      action={
        <Button appearance="primary" disabled={add.isPending} icon={<Add16Regular />} onClick={create}>
          {texts.newReport}
        </Button>
      }
      title={texts.title}
    >
      <Loaded
        query={query}
        skeleton={<SkeletonRows label={texts.loading} rows={8} />}
        what={texts.theReports}
      >
        {(reports) => (
          <div className={styles.columns}>
            <Panel title={texts.builtIn}>
              <List label={texts.builtIn} reports={reports.filter(({ builtIn }) => builtIn !== null)} />
            </Panel>
            <OwnReports reports={reports} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function OwnReports({ reports }: { readonly reports: readonly ReportSummary[] }) {
  const texts = useTexts(reportsTexts);
  const { user } = useSession();
  const { order } = useReportCommands();
  const own = reports.filter(({ ownerId }) => ownerId === user.id);
  const others = reports.filter(({ builtIn, ownerId }) => builtIn === null && ownerId !== user.id);
  const move = (id: string, step: -1 | 1) => {
    const ids = own.map((report) => report.id);
    const from = ids.indexOf(id);
    const to = from + step;
    if (to < 0 || to >= ids.length) return;
    ids.splice(to, 0, ...ids.splice(from, 1));
    order.mutate(ids);
  };
  return (
    <div>
      <Panel title={texts.mine}>
        {own.length === 0 ? (
          <StateMessage text={texts.noneYetText} title={texts.noneYet} />
        ) : (
          <List label={texts.mine} onMove={move} reports={own} />
        )}
      </Panel>
      {others.length > 0 && (
        <div style={{ marginTop: 14 }}>
          <Panel title={texts.ofOthers}>
            <List label={texts.ofOthers} reports={others} />
          </Panel>
        </div>
      )}
    </div>
  );
}

function List(props: {
  readonly label: string;
  readonly reports: readonly ReportSummary[];
  readonly onMove?: (id: string, step: -1 | 1) => void;
}) {
  return (
    <RowList label={props.label}>
      {props.reports.map((report) => (
        <ReportRow key={report.id} report={report} {...(props.onMove && { onMove: props.onMove })} />
      ))}
    </RowList>
  );
}
