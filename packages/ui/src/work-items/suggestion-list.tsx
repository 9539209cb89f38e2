import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { TrackedWorkItem } from '@stint/contract';
import { type RefObject, useEffect, useRef } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { uiTexts } from '../texts/ui/texts.ts';
import { colours } from '../theme/colours.ts';
import type { SuggestionGroup } from './suggestions.ts';
import { useTopLayer } from './use-top-layer.ts';
import { WorkItemLabel } from './work-item-label.tsx';

const useStyles = makeStyles({
  list: {
    position: 'fixed',
    margin: 0,
    padding: '4px',
    boxSizing: 'border-box',
    overflowY: 'auto',
    textAlign: 'start',
    fontWeight: 400,
    border: `1px solid ${colours.line}`,
    borderRadius: '8px',
    backgroundColor: colours.panel,
    color: colours.ink,
    boxShadow: '0 4px 16px rgb(0 0 0 / 14%)',
  },
  group: { padding: '8px 8px 4px', fontSize: '12px', fontWeight: 600, color: colours.dim },
  option: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    padding: '6px 8px',
    borderRadius: '6px',
    cursor: 'pointer',
    minWidth: 0,
    '@media (max-width: 720px)': { minHeight: '40px' },
    ':hover': { backgroundColor: colours.soft },
  },
  active: { backgroundColor: colours.brandSoft, ':hover': { backgroundColor: colours.brandSoft } },
  project: { marginLeft: 'auto', color: colours.dim, fontSize: '12px', flexShrink: 0 },
  note: { padding: '8px', color: colours.dim },
});

interface SuggestionListProps {
  readonly id: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly groups: readonly SuggestionGroup[];
  /** The position of the active suggestion among all groups, -1 for none. */
  readonly active: number;
  /** A sentence in place of suggestions, or below them. */
  readonly note: string | null;
  readonly onPick: (workItem: TrackedWorkItem) => void;
}

/** The id of the nth option, for `aria-activedescendant`. */
export function optionId(listId: string, position: number): string {
  return `${listId}-${position}`;
}

/** The suggestions below the search field: a listbox in groups. */
export function SuggestionList({ id, anchor, groups, active, note, onPick }: SuggestionListProps) {
  const styles = useStyles();
  const texts = useTexts(uiTexts);
  const list = useRef<HTMLDivElement>(null);
  useTopLayer(list, anchor, true);
  useEffect(() => {
    if (active >= 0) document.getElementById(optionId(id, active))?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  let position = -1;
  return (
    <div className={styles.list} onMouseDown={(event) => event.preventDefault()} popover="manual" ref={list}>
      <div aria-label={texts.workItems} id={id} role="listbox">
        {groups.map((group) => (
          <div aria-label={group.name} key={group.name} role="group">
            <div aria-hidden className={styles.group}>
              {group.name}
            </div>
            {group.workItems.map((workItem) => {
              position += 1;
              return (
                <div
                  aria-selected={position === active}
                  className={mergeClasses(styles.option, position === active && styles.active)}
                  id={optionId(id, position)}
                  key={workItem.id}
                  onClick={() => onPick(workItem)}
                  role="option"
                  tabIndex={-1}
                >
                  <WorkItemLabel workItem={workItem} />
                  <span className={styles.project}>{workItem.teamProject}</span>
                </div>
              );
            })}
          </div>
        ))}
      </div>
      {note !== null && <div className={styles.note}>{note}</div>}
    </div>
  );
}
