import { makeStyles } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { timesheetTexts } from '../texts/timesheet/texts.ts';
import { CellNote } from './cell-note.tsx';

/** Does the same while the cell has the focus. */
const KEY = 'Alt+Enter';

const useStyles = makeStyles({
  act: {
    display: 'block',
    marginTop: '4px',
    padding: 0,
    border: 'none',
    font: 'inherit',
    color: colours.brand,
    backgroundColor: 'transparent',
    textDecorationLine: 'underline',
    cursor: 'pointer',
  },
});

/** Why what was typed is not saved, and the way out: the dialog, where more than a length can be said. */
export function DraftNote(props: {
  readonly reason: string;
  readonly isAtLeft: boolean;
  readonly onDetails?: () => void;
}) {
  const styles = useStyles();
  const texts = useTexts(timesheetTexts);
  return (
    <CellNote isAtLeft={props.isAtLeft} isFault>
      {props.reason}
      {props.onDetails && (
        <button className={styles.act} onClick={props.onDetails} tabIndex={-1} title={KEY} type="button">
          {texts.addDetails}
        </button>
      )}
    </CellNote>
  );
}
