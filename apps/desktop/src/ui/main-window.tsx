import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowLeft16Regular } from '@fluentui/react-icons/svg/arrow-left';
import { colours, useTexts } from '@stint/ui';
import { useEffect, useEffectEvent, useState } from 'react';
import type { PageRequest } from '../bridge/bridge.ts';
import type { ActiveView, DesktopView, EntryView } from '../core/app/view.ts';
import { useBridge } from './bridge-context.ts';
import { ActivityCheck } from './dialogs/activity-check.tsx';
import { Banners } from './dialogs/banners.tsx';
import { IdleDialog } from './dialogs/idle-dialog.tsx';
import { TitleBar } from './frame/title-bar.tsx';
import { HistoryList } from './history/history-list.tsx';
import { isAboutTime, type Panel, type Show, today } from './panel.ts';
import { ConflictsPanel } from './panels/conflicts-panel.tsx';
import { Details } from './panels/details.tsx';
import { AddPanel, EditPanel, StartPanel } from './panels/time-panels.tsx';
import { TotalToday } from './panels/total-today.tsx';
import { PairingPage } from './pairing/pairing-page.tsx';
import { HotkeysPanel } from './settings/hotkeys-panel.tsx';
import { OrganizationsPanel } from './settings/organizations-panel.tsx';
import { SettingsPanel } from './settings/settings-panel.tsx';
import { desktopTexts } from './texts/texts.ts';
import { useActing } from './use-act.tsx';

const useStyles = makeStyles({
  window: { display: 'flex', flexDirection: 'column', height: '100vh' },
  page: { overflowY: 'auto', flexGrow: 1 },
  parts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(220px, 360px) minmax(0, 1fr)',
    flexGrow: 1,
    minHeight: 0,
    '@media (max-width: 520px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateRows: 'auto 1fr',
      overflowY: 'auto',
    },
  },
  right: {
    overflowY: 'auto',
    padding: '20px 24px',
    minHeight: 0,
    backgroundColor: colours.background,
    '@media (max-width: 520px)': { gridRow: '1', overflowY: 'visible' },
  },
  back: { marginBottom: '8px', marginLeft: '-8px' },
});

/** The window: what runs above, the history at the left, and at the right what one does. */
export function MainWindow({ view }: { readonly view: DesktopView }) {
  const styles = useStyles();
  const bridge = useBridge();
  const [panel, setPanel] = useState<Panel>(today);
  const [isAdding, setAdding] = useState(false);
  const { act } = useActing();
  const { active, pairing } = view;
  const isPairing = active === null || pairing.kind !== 'none' || isAdding;
  /** Shows a panel; pairing that is under way ends, unless there is nothing else to show. */
  const show: Show = (next) => {
    setPanel(next);
    setAdding(false);
    if (active !== null && pairing.kind !== 'none') void act({ kind: 'cancelPairing' });
  };
  const onRequest = useEffectEvent((request: PageRequest) => show(panelOf(request)));
  useEffect(() => bridge.onRequest((request) => onRequest(request)), [bridge]);
  useEffect(() => setAdding(false), [view.organizations.length]);
  const [shownId, setShownId] = useState(active?.id);
  if (shownId !== active?.id) {
    setShownId(active?.id);
    if (isAboutTime(panel)) setPanel(today);
  }
  return (
    <div className={styles.window}>
      {active && <TitleBar active={active} show={show} />}
      <Banners show={show} view={view} />
      {isPairing ? (
        <div className={styles.page}>
          <PairingPage canCancel={active !== null} onClose={() => setAdding(false)} pairing={pairing} />
        </div>
      ) : (
        <main className={styles.parts}>
          <HistoryList active={active} panel={panel} show={show} />
          <div className={styles.right}>
            {isAside(panel) && <Back show={show} />}
            <Right active={active} onAdd={() => setAdding(true)} panel={panel} show={show} view={view} />
          </div>
        </main>
      )}
      {active?.question && <IdleDialog active={active} />}
      {active?.activityCheck && !active.question && <ActivityCheck active={active} />}
    </div>
  );
}

function panelOf(request: PageRequest): Panel {
  if (request === 'addTime') return { kind: 'add', entry: null };
  return request === 'start' ? { kind: 'start', subject: null } : { kind: request };
}

function isAside({ kind }: Panel): boolean {
  return ['settings', 'hotkeys', 'organizations', 'conflicts', 'details'].includes(kind);
}

function Back({ show }: { readonly show: Show }) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  return (
    <Button
      appearance="subtle"
      className={styles.back}
      icon={<ArrowLeft16Regular />}
      onClick={() => show(today)}
      size="small"
    >
      {texts.totalToday}
    </Button>
  );
}

interface RightProps {
  readonly view: DesktopView;
  readonly active: ActiveView;
  readonly panel: Panel;
  readonly show: Show;
  readonly onAdd: () => void;
}

function Right({ view, active, panel, show, onAdd }: RightProps) {
  switch (panel.kind) {
    case 'details': {
      const entry = entryOf(active, panel.key);
      if (entry)
        return (
          <Details
            activityTypes={active.activityTypes}
            entry={entry}
            key={panel.key}
            show={show}
            zone={active.zone}
          />
        );
      break;
    }
    case 'edit':
      return <EditPanel active={active} entry={panel.entry} key={panel.entry.key} show={show} />;
    case 'start':
      return <StartPanel active={active} show={show} subject={panel.subject} />;
    case 'add':
      return (
        <AddPanel
          active={active}
          conflict={panel.conflict}
          entry={panel.entry}
          key={panel.conflict?.id ?? panel.entry?.key ?? ''}
          show={show}
        />
      );
    case 'settings':
      return <SettingsPanel show={show} view={view} />;
    case 'hotkeys':
      return <HotkeysPanel view={view} />;
    case 'organizations':
      return <OrganizationsPanel onAdd={onAdd} organizations={view.organizations} />;
    case 'conflicts':
      return <ConflictsPanel active={active} show={show} />;
    default:
  }
  return <TotalToday active={active} settings={view.settings} show={show} />;
}

function entryOf({ days }: ActiveView, key: string): EntryView | null {
  return days.flatMap(({ entries }) => entries).find((each) => each.key === key) ?? null;
}
