import { makeStyles } from '@fluentui/react-components';
import { colours, readingOf, uiTexts, useFormats, useTexts } from '@stint/ui';
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { CellNote } from './cell-note.tsx';

const useStyles = makeStyles({
  input: {
    position: 'absolute',
    inset: 0,
    width: '100%',
    height: '100%',
    padding: '0 11px',
    '@media (max-width: 720px)': { padding: '0 4px' },
    boxSizing: 'border-box',
    border: `2px solid ${colours.brand}`,
    outline: 'none',
    font: 'inherit',
    fontWeight: 600,
    textAlign: 'right',
    color: colours.ink,
    backgroundColor: colours.panel,
    userSelect: 'text',
  },
});

/** Where the focus goes after typing; `stay` keeps it at the cell, `none` leaves it where the person put it. */
export type EditorMove = 'up' | 'down' | 'left' | 'right' | 'stay' | 'none';

interface CellEditorProps {
  readonly label: string;
  readonly initial: string;
  /** Whether it began with a letter: then the arrow keys at once lead on to other cells. */
  readonly isTyping: boolean;
  readonly isAtLeft: boolean;
  readonly onText: (text: string) => void;
  /** What was typed, null when it is given up. */
  readonly onEnd: (text: string | null, move: EditorMove) => void;
}

/** The field of the cell that is typed into; the reading stands below while one types. */
export function CellEditor({ label, initial, isTyping, isAtLeft, onText, onEnd }: CellEditorProps) {
  const styles = useStyles();
  const formats = useFormats();
  const texts = useTexts(uiTexts);
  const noteId = useId();
  const field = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  const [text, setText] = useState(initial);
  const reading = text.trim() === '' ? null : readingOf(text, formats, texts);
  useLayoutEffect(() => {
    const input = field.current;
    input?.focus();
    if (isTyping) input?.setSelectionRange(input.value.length, input.value.length);
    else input?.select();
  }, [isTyping]);
  const end = (typed: string | null, move: EditorMove) => {
    if (isOver.current) return;
    isOver.current = true;
    onEnd(typed, move);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moveOf(event, isTyping);
    if (move === null) return;
    event.preventDefault();
    event.stopPropagation();
    // What cannot be read can be put right where it stands.
    if (event.key === 'Enter' && reading?.ok === false) return;
    end(event.key === 'Escape' ? null : text, move);
  };
  return (
    <>
      <input
        aria-describedby={reading ? noteId : undefined}
        aria-invalid={reading?.ok === false}
        aria-label={label}
        autoComplete="off"
        className={styles.input}
        onBlur={() => end(text, 'none')}
        onChange={(event) => {
          setText(event.target.value);
          onText(event.target.value);
        }}
        onKeyDown={onKeyDown}
        ref={field}
        spellCheck={false}
        type="text"
        value={text}
      />
      {reading && (
        <CellNote id={noteId} isAtLeft={isAtLeft} isFault={!reading.ok}>
          {reading.text}
        </CellNote>
      )}
    </>
  );
}

function moveOf(event: KeyboardEvent, isTyping: boolean): EditorMove | null {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') return 'stay';
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  switch (event.key) {
    case 'Escape':
      return 'stay';
    case 'Enter':
      return event.shiftKey ? 'up' : 'down';
    case 'Tab':
      return event.shiftKey ? 'left' : 'right';
    case 'ArrowUp':
      return 'up';
    case 'ArrowDown':
      return 'down';
    case 'ArrowLeft':
      return isTyping ? 'left' : null;
    case 'ArrowRight':
      return isTyping ? 'right' : null;
    default:
      return null;
  }
}
