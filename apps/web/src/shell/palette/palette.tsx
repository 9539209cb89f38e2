import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { colours, useTexts, WorkItemLabel } from '@stint/ui';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { Modal } from '../../components/modal.tsx';
import { paletteTexts } from '../../texts/palette/texts.ts';
import { useClock } from '../../track/clock.tsx';
import { useTrack } from '../../track/use-track.ts';
import { type Command, fitting } from './commands.ts';
import { useCommands } from './use-commands.ts';
import { useFoundWorkItems } from './use-found-work-items.ts';

const useStyles = makeStyles({
  input: {
    width: '100%',
    height: '36px',
    padding: '0 10px',
    border: `1px solid ${colours.line}`,
    borderRadius: '6px',
    font: 'inherit',
    color: colours.ink,
    backgroundColor: colours.panel,
    '::placeholder': { color: colours.dim, opacity: 1 },
    ':focus-visible': { outline: `2px solid ${colours.brand}`, outlineOffset: '-1px' },
  },
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
  keys: { color: colours.dim, fontSize: '12px', flexShrink: 0 },
  none: { padding: '8px', color: colours.dim },
});

const GROUPS = ['pages', 'acts', 'startOn'] as const;

/** One field from which one reaches every page, every act, and every work item to start on. Arrow keys choose, Enter does it. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const texts = useTexts(paletteTexts);
  const id = useId();
  const [text, setText] = useState('');
  const [activeId, setActiveId] = useState<string | null>(null);
  const commands = fitting(useCommands(), text);
  const { options, labels } = useStarts(text);
  const shown = [...commands, ...options];
  const active = Math.max(
    0,
    shown.findIndex((each) => each.id === activeId),
  );
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setActiveId(shown[(active + step + shown.length) % shown.length]?.id ?? null);
    else if (event.key === 'Enter') run(shown[active]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal onClose={onClose} title={texts.title}>
      <input
        aria-activedescendant={shown.length > 0 ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-expanded
        aria-label={texts.title}
        autoComplete="off"
        className={styles.input}
        data-first-focus=""
        onChange={(event) => {
          setActiveId(null);
          setText(event.target.value);
        }}
        onKeyDown={onKeyDown}
        placeholder={texts.placeholder}
        role="combobox"
        spellCheck={false}
        value={text}
      />
      <div aria-label={texts.title} className={styles.list} id={`${id}-list`} role="listbox" tabIndex={-1}>
        {GROUPS.map((group) => {
          const grouped = shown
            .map((command, index) => ({ command, index }))
            .filter((each) => each.command.group === group);
          return (
            grouped.length > 0 && (
              <div aria-label={texts[group]} key={group} role="group">
                <div aria-hidden className={styles.group}>
                  {texts[group]}
                </div>
                {grouped.map(({ command, index }) => (
                  <div
                    aria-selected={index === active}
                    className={mergeClasses(styles.option, index === active && styles.active)}
                    id={`${id}-${index}`}
                    key={command.id}
                    onClick={() => run(command)}
                    role="option"
                    tabIndex={-1}
                  >
                    {labels.get(command.id) ?? command.name}
                    {command.keys && <kbd className={styles.keys}>{command.keys}</kbd>}
                  </div>
                ))}
              </div>
            )
          );
        })}
        {shown.length === 0 && <div className={styles.none}>{texts.nothingFits}</div>}
      </div>
    </Modal>
  );
}

/** The work items that fit, each a command that starts the clock on it, with the label to show. */
function useStarts(text: string) {
  const clock = useClock();
  const activity = useTrack().data?.state.settings.activityType;
  const found = useFoundWorkItems(text);
  const options = found.map((workItem): Command => {
    const subject = {
      workItem,
      workItemId: workItem.id,
      comment: '',
      activityTypeId: activity?.defaultActivity ?? '',
    };
    return {
      id: `start-${workItem.id}`,
      group: 'startOn',
      name: workItem.title,
      run: () => clock.start(subject),
    };
  });
  const labels = new Map(
    found.map((workItem) => [
      `start-${workItem.id}`,
      <WorkItemLabel key={workItem.id} workItem={workItem} />,
    ]),
  );
  return { options, labels };
}
