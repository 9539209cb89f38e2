import { makeStyles } from '@fluentui/react-components';
import { colours, useTexts, WorkItemLabel } from '@stint/ui';
import { type KeyboardEvent, useId, useState } from 'react';
import { Modal } from '../../components/modal.tsx';
import { paletteTexts } from '../../texts/palette/texts.ts';
import { useClock } from '../../track/clock.tsx';
import { useTrack } from '../../track/use-track.ts';
import { CommandList, optionId } from './command-list.tsx';
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
});

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
        aria-activedescendant={shown.length > 0 ? optionId(id, active) : undefined}
        aria-autocomplete="list"
        aria-controls={id}
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
      <CommandList active={active} commands={shown} id={id} labels={labels} onRun={run} />
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
