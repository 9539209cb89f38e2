import type { KeyboardEvent, RefObject } from 'react';
import { lineAt, type Lines } from '../data/lines.ts';
import type { GridActs } from './acts.ts';
import { movedTo, readGridKey } from './grid-key.ts';
import { LINE_HEIGHT } from './use-grid-styles.ts';
import type { Selection } from './use-selection.ts';

/** What the keys do on the grid itself (not on the titles of its columns). */
export function useGridKeys(
  frame: RefObject<HTMLElement | null>,
  lines: Lines,
  selection: Selection,
  acts: GridActs,
  scrollTo: (index: number) => void,
): (event: KeyboardEvent) => void {
  const { active } = selection;
  const goTo = (index: number) => {
    selection.setActive(index);
    scrollTo(index);
  };
  const leaveGroup = () => {
    const line = lineAt(lines, active);
    const level = line?.kind === 'group' ? line.level : (line?.run.level ?? 0);
    const around = lines.parts.findLast(
      (part) => part.kind === 'group' && part.start < active && part.level < level,
    );
    if (around) goTo(around.start);
  };
  return (event) => {
    if (event.target !== frame.current) return;
    const wish = readGridKey(event);
    if (wish === null || lines.count === 0) return;
    const line = lineAt(lines, active);
    const group = line?.kind === 'group' ? line : null;
    event.preventDefault();
    switch (wish.kind) {
      case 'move': {
        const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / LINE_HEIGHT) - 2);
        const index = movedTo(wish.to, active, { count: lines.count, page });
        if (wish.extends && active >= 0) selection.extendTo(index);
        goTo(index);
        return;
      }
      case 'toggle':
        if (group) selection.pickGroup(group.group);
        else if (active >= 0) selection.pick(active, true);
        return;
      case 'edit':
      case 'open':
        if (group && (wish.kind === 'edit' || !group.isOpen)) acts.onToggleGroup(group.group.path);
        else if (wish.kind === 'edit' && line?.kind === 'row') acts.onEditLine(line);
        return;
      case 'close':
        if (group?.isOpen) acts.onToggleGroup(group.group.path);
        else leaveGroup();
        return;
      case 'all':
        return selection.pickAll();
      case 'none':
        return selection.set(new Map());
      case 'delete':
        return acts.onDelete();
    }
  };
}
