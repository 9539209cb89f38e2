import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { TrackedWorkItem } from '@stint/contract';
import { type KeyboardEvent, type Ref, type RefObject, useId, useState } from 'react';
import { colours } from '../theme/colours.ts';
import { useTexts } from '../texts/use-texts.ts';
import { uiTexts } from '../texts/ui/texts.ts';
import { optionId, SuggestionList } from './suggestion-list.tsx';
import { activeOf, flatten, movedBy, NOT_MOVED } from './suggestions.ts';
import { type SearchWorkItems, type Suggestions, useSuggestions } from './use-suggestions.ts';

const useStyles = makeStyles({
  input: {
    flexGrow: 1,
    minWidth: 0,
    height: '30px',
    border: 'none',
    outline: 'none',
    padding: 0,
    textOverflow: 'ellipsis',
    font: 'inherit',
    color: colours.ink,
    backgroundColor: 'transparent',
    '::placeholder': { color: colours.dim, opacity: 1 },
  },
});

export interface WorkItemComboboxProps {
  readonly id?: string;
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly search: SearchWorkItems;
  readonly onPick: (workItem: TrackedWorkItem) => void;
  /** Enter without a chosen suggestion; without this, nothing happens then, also no form is sent. */
  readonly onEnter?: () => void;
  /** Escape while no suggestions are shown. */
  readonly onEscape?: () => void;
  /** What to say when nothing fits. */
  readonly emptyNote: string;
  /** The box below which the suggestions stand. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly autoFocus?: boolean;
  /** Whether suggestions stand there as soon as the field has the focus, before anything is typed. */
  readonly opensOnFocus?: boolean;
  readonly className?: string;
}

/**
 * The search for a work item: a text field with suggestions in groups (ARIA combobox). Arrow keys choose, Enter takes the
 * chosen one or the one whose id was typed, Escape closes the suggestions.
 */
export function WorkItemCombobox(props: WorkItemComboboxProps) {
  const { text, onText, search, onPick, onEnter, onEscape } = props;
  const styles = useStyles();
  const texts = useTexts(uiTexts);
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [moved, setMoved] = useState(NOT_MOVED);
  const suggestions = useSuggestions(search, text, open);
  const workItems = flatten(suggestions.groups);
  const active = activeOf(moved, text, workItems);
  const note = noteOf(suggestions, props.emptyNote, texts.searchDoesNotAnswer);
  const shown = open && (workItems.length > 0 || note !== null);

  const close = () => {
    setOpen(false);
    setMoved(NOT_MOVED);
  };
  const pick = (workItem: TrackedWorkItem) => {
    close();
    onPick(workItem);
  };
  const move = (step: 1 | -1) => {
    setOpen(true);
    setMoved((known) => movedBy(known, step, text, workItems));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = workItems[active];
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && !event.ctrlKey && open && chosen) pick(chosen);
    else if (event.key === 'Enter' && !event.ctrlKey) onEnter?.();
    else if (event.key === 'Escape' && shown) close();
    else if (event.key === 'Escape' && onEscape) onEscape();
    else {
      // Suggestions that are still on their way do not come any more.
      if (event.key === 'Escape') close();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <input
        aria-activedescendant={shown && active >= 0 ? optionId(listId, active) : undefined}
        aria-autocomplete="list"
        aria-controls={shown ? listId : undefined}
        aria-expanded={shown}
        aria-label={props.label}
        autoComplete="off"
        autoFocus={props.autoFocus}
        className={mergeClasses(styles.input, props.className)}
        id={props.id}
        onBlur={close}
        onChange={(event) => {
          setOpen(true);
          setMoved(NOT_MOVED);
          onText(event.target.value);
        }}
        onClick={() => setOpen(true)}
        onFocus={() => setOpen(props.opensOnFocus === true)}
        onKeyDown={onKeyDown}
        placeholder={props.placeholder}
        ref={props.inputRef}
        role="combobox"
        spellCheck={false}
        type="text"
        value={text}
      />
      {shown && (
        <SuggestionList
          active={active}
          anchor={props.anchor}
          groups={suggestions.groups}
          id={listId}
          note={note}
          onPick={pick}
        />
      )}
    </>
  );
}

function noteOf(suggestions: Suggestions, emptyNote: string, failedNote: string): string | null {
  if (suggestions.state === 'failed') return failedNote;
  return suggestions.state === 'found' && suggestions.groups.length === 0 ? emptyNote : null;
}
