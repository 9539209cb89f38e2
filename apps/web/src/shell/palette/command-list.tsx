import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { type ReactNode, useEffect } from 'react';
import { paletteTexts } from '../../texts/palette/texts.ts';
import type { Command } from './commands.ts';

const useStyles = makeStyles({
  list: { height: 'min(400px, 50dvh)', overflowY: 'auto', marginTop: '8px' },
  group: { padding: '8px 8px 4px', fontSize: '12px', fontWeight: 600, color: colours.dim },
  option: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '12px',
    minHeight: '36px',
    padding: '4px 8px',
    borderRadius: '6px',
    cursor: 'pointer',
    ':hover': { backgroundColor: colours.soft },
  },
  active: {
    backgroundColor: colours.brandSoft,
    ':hover': { backgroundColor: colours.brandSoft },
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  keys: { display: 'flex', gap: '4px', flexShrink: 0 },
  none: { padding: '8px', color: colours.dim },
});

const GROUPS = ['pages', 'acts', 'startOn'] as const;

/** The id of the nth command’s option, for `aria-activedescendant`. */
export function optionId(listId: string, position: number): string {
  return `${listId}-${position}`;
}

interface CommandListProps {
  readonly id: string;
  /** In the order in which the arrow keys pass them, group after group. */
  readonly commands: readonly Command[];
  /** What is shown in place of a command’s name, by its id. */
  readonly labels: ReadonlyMap<string, ReactNode>;
  /** The position of the command that Enter runs. */
  readonly active: number;
  readonly onRun: (command: Command) => void;
}

/** The commands that fit, in groups: a listbox whose active option is chosen in the field above. */
export function CommandList({ id, commands, labels, active, onRun }: CommandListProps) {
  const styles = useStyles();
  const texts = useTexts(paletteTexts);
  useEffect(() => {
    document.getElementById(optionId(id, active))?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  const placed = commands.map((command, position) => ({ command, position }));
  const groups = GROUPS.map((group) => ({
    group,
    options: placed.filter(({ command }) => command.group === group),
  })).filter(({ options }) => options.length > 0);
  return (
    <div aria-label={texts.title} className={styles.list} id={id} role="listbox" tabIndex={-1}>
      {groups.map(({ group, options }) => (
        <div aria-label={texts[group]} key={group} role="group">
          <div aria-hidden className={styles.group}>
            {texts[group]}
          </div>
          {options.map(({ command, position }) => (
            <div
              aria-selected={position === active}
              className={mergeClasses(styles.option, position === active && styles.active)}
              id={optionId(id, position)}
              key={command.id}
              onClick={() => onRun(command)}
              role="option"
              tabIndex={-1}
            >
              {labels.get(command.id) ?? command.name}
              {command.keys && (
                <span className={styles.keys}>
                  {command.keys.split(' ').map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </span>
              )}
            </div>
          ))}
        </div>
      ))}
      {commands.length === 0 && <div className={styles.none}>{texts.nothingFits}</div>}
    </div>
  );
}
