import { makeStyles } from '@fluentui/react-components';
import { ArrowDown12Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp12Regular } from '@fluentui/react-icons/svg/arrow-up';
import { colours } from '@stint/ui';

const useStyles = makeStyles({
  title: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    padding: 0,
    border: 'none',
    font: 'inherit',
    color: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { color: colours.ink },
  },
});

interface SortTitleProps {
  readonly title: string;
  /** Which way it is sorted by this column; null where it is not. */
  readonly isDescending: boolean | null;
  readonly onPress: () => void;
}

/** The title of a column that one can sort by. */
export function SortTitle({ title, isDescending, onPress }: SortTitleProps) {
  const styles = useStyles();
  return (
    <button className={styles.title} onClick={onPress} type="button">
      {title}
      {isDescending !== null && (isDescending ? <ArrowDown12Regular /> : <ArrowUp12Regular />)}
    </button>
  );
}
