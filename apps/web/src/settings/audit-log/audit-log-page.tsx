import { Button, makeStyles } from '@fluentui/react-components';
import type { AuditEntry as Entry } from '@stint/contract';
import { colours, useTexts } from '@stint/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useSession } from '../../api/session.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { SkeletonRows } from '../../components/skeleton.tsx';
import { StateMessage } from '../../components/state-message.tsx';
import { auditLogTexts } from '../../texts/audit-log/texts.ts';
import { settingsTexts } from '../../texts/settings/texts.ts';
import { AuditEntry } from './audit-entry.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { type AuditSearch, endsBeforeItBegins, readAuditSearch } from './audit-search.ts';
import { ExportMenu } from './export-menu.tsx';
import { useAuditLog, useNames } from './use-audit-log.ts';

const route = getRouteApi('/signed-in/settings/audit-log');

const useStyles = makeStyles({
  list: { border: `1px solid ${colours.line}`, borderRadius: '8px', overflow: 'hidden' },
  more: { display: 'block', margin: '12px auto 0' },
});

/** Settings > Audit log: who did what and when; everything for administrators, for everyone else what concerns them. */
export function AuditLogSettings() {
  const texts = useTexts(auditLogTexts);
  const { auditLog } = useTexts(settingsTexts);
  const { role } = useSession();
  const search = readAuditSearch({ ...route.useSearch() });
  const navigate = route.useNavigate();
  const change = (wish: AuditSearch) => void navigate({ search: wish, replace: true });
  const seesEveryone = role === 'Administrator';
  return (
    <Panel
      action={!endsBeforeItBegins(search) && <ExportMenu search={search} />}
      hint={seesEveryone ? texts.hintAll : texts.hintOwn}
      title={auditLog}
    >
      <AuditFilters onChange={change} search={search} seesEveryone={seesEveryone} />
      {!endsBeforeItBegins(search) && (
        <Entries
          onShowAbout={({ entity, entityId }) => void navigate({ search: { thing: entity, id: entityId } })}
          search={search}
        />
      )}
    </Panel>
  );
}

interface EntriesProps {
  readonly search: AuditSearch;
  readonly onShowAbout: (entry: Entry) => void;
}

function Entries({ search, onShowAbout }: EntriesProps) {
  const styles = useStyles();
  const texts = useTexts(auditLogTexts);
  const names = useNames();
  const log = useAuditLog(search);
  return (
    <Loaded query={log} skeleton={<SkeletonRows label={texts.loading} rows={12} />} what={texts.theLog}>
      {({ pages }) => {
        const entries = pages.flat();
        if (entries.length === 0) return <StateMessage text={texts.noneHint} title={texts.none} />;
        return (
          <>
            <div aria-label={texts.entries} className={styles.list} role="group">
              {entries.map((entry) => (
                <AuditEntry entry={entry} key={entry.id} names={names} onShowAbout={onShowAbout} />
              ))}
            </div>
            {log.hasNextPage && (
              <Button
                className={styles.more}
                disabled={log.isFetchingNextPage}
                onClick={() => void log.fetchNextPage()}
              >
                {log.isFetchingNextPage ? texts.loadingMore : texts.more}
              </Button>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
