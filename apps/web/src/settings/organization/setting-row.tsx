import { makeStyles } from '@fluentui/react-components';
import { colours } from '@stint/ui';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 300px)',
    gap: '4px 24px',
    alignItems: 'start',
    padding: '12px 0',
    borderTop: `1px solid ${colours.line}`,
    ':first-child': { borderTop: 'none', paddingTop: '4px' },
    ':last-child': { paddingBottom: 0 },
    '@media (max-width: 900px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: '8px',
      // A switch stands beside what it switches, the way back to its default below both.
      '&:has(> :last-child > .fui-Switch)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
      '& > :last-child:has(> .fui-Switch)': { display: 'contents' },
      '& > :last-child > .fui-Switch ~ *': { gridColumn: '1 / -1' },
    },
  },
  title: { fontWeight: 600 },
  help: { margin: 0, color: colours.dim, maxWidth: '68ch' },
  effect: { margin: '2px 0 0', maxWidth: '68ch' },
  control: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: '4px', minWidth: 0 },
});

/** How a control of a setting is named and described for those who do not see the row. */
export interface Described {
  readonly 'aria-labelledby': string;
  readonly 'aria-describedby': string;
}

interface SettingRowProps {
  readonly title: string;
  /** What the setting is for. */
  readonly help: string;
  /** What it brings about as it stands. */
  readonly effect?: string;
  readonly control: (described: Described) => ReactNode;
}

/** One setting: its title, a sentence of help and its effect at the left, what one sets at the right. */
export function SettingRow({ title, help, effect, control }: SettingRowProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.row}>
      <div>
        <div className={styles.title} id={`${id}title`}>
          {title}
        </div>
        <div id={`${id}about`}>
          <p className={styles.help}>{help}</p>
          {effect && (
            <p aria-live="polite" className={styles.effect}>
              {effect}
            </p>
          )}
        </div>
      </div>
      <div className={styles.control}>
        {control({ 'aria-labelledby': `${id}title`, 'aria-describedby': `${id}about` })}
      </div>
    </div>
  );
}
