import { Button, makeStyles } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { colours, useTexts } from '@stint/ui';
import { Page } from '../components/page.tsx';
import { dayTexts } from '../texts/day/texts.ts';
import { useOverlays } from '../shell/overlays.tsx';
import { DayList } from './day-list.tsx';

const useStyles = makeStyles({
  hints: {
    display: 'flex',
    gap: '16px',
    color: colours.faint,
    fontSize: '12px',
    '@media (hover: none)': { display: 'none' },
    '& kbd': {
      padding: '0 5px',
      border: `1px solid ${colours.line}`,
      borderBottomWidth: '2px',
      borderRadius: '4px',
      font: 'inherit',
      fontWeight: 600,
      color: colours.dim,
      backgroundColor: colours.panel,
    },
  },
});

/** Day: the last worklogs, and the way to add and change them. */
export function DayPage() {
  const styles = useStyles();
  const texts = useTexts(dayTexts);
  const { open } = useOverlays();
  return (
    <Page
      action={
        <Button appearance="primary" icon={<Add16Regular />} onClick={() => open({ kind: 'add' })}>
          {texts.addTime}
        </Button>
      }
      title={texts.title}
    >
      <DayList onEdit={(worklog, workItem) => open({ kind: 'edit', worklog, workItem })} />
      <div className={styles.hints}>
        <span>
          <kbd>N</kbd> {texts.keyNew}
        </span>
        <span>
          <kbd>S</kbd> {texts.keyStop}
        </span>
        <span>
          <kbd>C</kbd> {texts.keyContinue}
        </span>
        <span>
          <kbd>?</kbd> {texts.keyAll}
        </span>
      </div>
    </Page>
  );
}
