import { makeStyles } from '@fluentui/react-components';
import type { ActivityType } from '@stint/contract';
import { colours, useTexts } from '@stint/ui';
import { useRef, useState } from 'react';
import { useHiddenStyles } from '../../components/use-hidden-styles.ts';
import { activityTypesTexts } from '../../texts/activity-types/texts.ts';
import { moved } from './order.ts';
import { TypeRow } from './type-row.tsx';
import { useChangeTypes } from './use-activity-types.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: { borderTop: `1px solid ${colours.line}`, ':first-child': { borderTop: 'none' } },
});

interface TypeListProps {
  readonly types: readonly ActivityType[];
  readonly defaultId: string;
}

/** The activity types in their order, which is changed by dragging, or at the handle by the arrow keys. */
export function TypeList({ types, defaultId }: TypeListProps) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const texts = useTexts(activityTypesTexts);
  const change = useChangeTypes();
  const list = useRef<HTMLUListElement>(null);
  const [dragged, setDragged] = useState<{ readonly from: number; readonly to: number } | null>(null);
  const [said, setSaid] = useState('');
  const shown = dragged ? moved(types, dragged.from, dragged.to) : types;
  const move = (from: number, to: number) => {
    const order = moved(types, from, to);
    const type = types[from];
    if (!type || order.every((each, index) => each === types[index])) return;
    change({ kind: 'order', types: order, before: types });
    setSaid(texts.movedTo({ name: type.name, place: order.indexOf(type) + 1, count: order.length }));
  };
  const placeAt = (y: number) => {
    const rows = [...(list.current?.children ?? [])];
    const below = rows.findIndex((row) => y < row.getBoundingClientRect().bottom);
    return below === -1 ? rows.length - 1 : below;
  };
  return (
    <>
      <ul aria-label={texts.title} className={styles.list} ref={list}>
        {shown.map((type, index) => (
          <li className={styles.row} key={type.id}>
            <TypeRow
              isDefault={type.id === defaultId}
              isDragged={dragged?.to === index}
              onDefault={() => change({ kind: 'default', id: type.id, before: defaultId })}
              onDrag={(y) => setDragged((before) => ({ from: before?.from ?? index, to: placeAt(y) }))}
              onDrop={() => {
                if (dragged) move(dragged.from, dragged.to);
                setDragged(null);
              }}
              onMove={(step) => move(index, index + step)}
              others={types.filter(({ id }) => id !== type.id)}
              type={type}
            />
          </li>
        ))}
      </ul>
      <span aria-live="polite" className={hidden.text}>
        {said}
      </span>
    </>
  );
}
