import { mergeClasses } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { readWallDate } from '@stint/domain';
import { ActivityDot, type Formats, useFormats, useTexts, WorkItemLabel } from '@stint/ui';
import { memo } from 'react';
import { explorerTexts } from '../../texts/explorer/texts.ts';
import { colourOfType } from '../../worklogs/type-colours.ts';
import type { Group } from '../data/groups.ts';
import type { GroupLine as Line } from '../data/lines.ts';
import { CheckMark } from './check-mark.tsx';
import { LINE_HEIGHT, useGridStyles } from './use-grid-styles.ts';

const INDENT = 20;
const NO_SEEN_COLOURS: ReadonlyMap<string, string> = new Map();

interface GroupLineProps {
  readonly id: string;
  readonly index: number;
  readonly line: Line;
  readonly isActive: boolean;
  readonly showsBillable: boolean;
}

/** The line above the worklogs of a group: what they have in common, and what they add up to. */
export const GroupLine = memo(function GroupLine(props: GroupLineProps) {
  const { id, index, line, isActive, showsBillable } = props;
  const { group, level, isOpen } = line;
  const styles = useGridStyles();
  const texts = useTexts(explorerTexts);
  const formats = useFormats();
  const { seconds, billableSeconds, count } = group.sums;
  return (
    <div
      aria-expanded={isOpen}
      aria-level={level + 1}
      aria-rowindex={index + 2}
      aria-selected={false}
      className={mergeClasses(styles.line, styles.group, isActive && styles.active)}
      data-group={group.path}
      data-index={index}
      id={id}
      role="row"
      style={{
        transform: `translateY(${index * LINE_HEIGHT}px)`,
        gridTemplateColumns: '40px minmax(0, max-content) max-content',
      }}
    >
      <div className={styles.check} role="gridcell" title={texts.selectGroup}>
        <CheckMark isOn={false} />
      </div>
      <div className={styles.groupTitle} role="gridcell" style={{ paddingLeft: level * INDENT }}>
        {isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
        <GroupName group={group} />
        <span className={styles.count}>{texts.worklogs({ count })}</span>
      </div>
      <div className={styles.groupSums} role="gridcell">
        {showsBillable && billableSeconds > 0 && (
          <span className={styles.count}>
            {texts.billableSum({ length: formats.length(billableSeconds) })}
          </span>
        )}
        <b>{formats.length(seconds)}</b>
      </div>
    </div>
  );
});

function GroupName({ group }: { readonly group: Group }) {
  const texts = useTexts(explorerTexts);
  const formats = useFormats();
  const text = nameOf(group, formats) ?? texts.none;
  if (group.color !== null)
    return (
      <>
        <ActivityDot color={group.color} />
        {text}
      </>
    );
  if (group.grouping.kind !== 'workItem' || group.value === null) return text;
  const color = colourOfType(group.type ?? '', NO_SEEN_COLOURS);
  return <WorkItemLabel workItem={{ id: Number(group.value), title: text, color }} />;
}

function nameOf({ grouping, value, name }: Group, formats: Formats): string | null {
  const day = readWallDate(grouping.kind === 'month' ? `${value ?? ''}-01` : (value ?? ''));
  if (grouping.kind === 'month') return day && formats.month(day);
  if (grouping.kind === 'day') return day && formats.day(day, 'full');
  return name === '' ? null : (name ?? value);
}
