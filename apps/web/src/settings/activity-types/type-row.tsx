import { Button, makeStyles, mergeClasses, Radio } from '@fluentui/react-components';
import { ReOrder16Regular } from '@fluentui/react-icons/svg/re-order';
import type { ActivityType } from '@stint/contract';
import { NOT_SET_ACTIVITY_TYPE } from '@stint/domain';
import { ActivityDot, colours, useTexts } from '@stint/ui';
import { activityTypesTexts } from '../../texts/activity-types/texts.ts';
import { ColourField } from '../colour-field.tsx';
import { NameField } from '../name-field.tsx';
import { DeleteType } from './delete-type.tsx';
import { useChangeTypes } from './use-activity-types.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '28px 32px minmax(120px, 1fr) auto minmax(24px, auto)',
    gap: '8px',
    alignItems: 'center',
    minHeight: '44px',
    '@media (max-width: 560px)': { gap: '4px', gridTemplateColumns: '40px 40px minmax(0, 1fr) auto 40px' },
  },
  dragged: { backgroundColor: colours.brandSoft, borderRadius: '6px' },
  handle: {
    minWidth: 0,
    padding: '4px',
    color: colours.dim,
    cursor: 'grab',
    touchAction: 'none',
    ':active': { cursor: 'grabbing' },
  },
  dot: { display: 'flex', justifyContent: 'center' },
  fixedName: { paddingLeft: '12px' },
  name: { maxWidth: '360px' },
  default: {
    '@media (max-width: 560px)': {
      flexDirection: 'column',
      '& label': { padding: 0, marginTop: '-8px', fontSize: '11px', lineHeight: '14px' },
    },
  },
});

interface TypeRowProps {
  readonly type: ActivityType;
  readonly others: readonly ActivityType[];
  readonly isDefault: boolean;
  readonly isDragged: boolean;
  readonly onDefault: () => void;
  /** The handle is dragged to this height of the window. */
  readonly onDrag: (y: number) => void;
  readonly onDrop: () => void;
  /** By the keyboard: so many places down, negative up. */
  readonly onMove: (step: number) => void;
}

/** One activity type: its place, colour and name, and whether it is the default. What stands for none keeps its name and colour. */
export function TypeRow(props: TypeRowProps) {
  const { type, others, isDefault, isDragged, onDefault, onDrag, onDrop, onMove } = props;
  const styles = useStyles();
  const texts = useTexts(activityTypesTexts);
  const change = useChangeTypes();
  const isFixed = type.id === NOT_SET_ACTIVITY_TYPE.id;
  return (
    <div className={mergeClasses(styles.row, isDragged && styles.dragged)}>
      <Button
        appearance="subtle"
        aria-label={texts.move({ name: type.name })}
        className={styles.handle}
        icon={<ReOrder16Regular />}
        onKeyDown={(event) => {
          const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
          if (step === undefined) return;
          event.preventDefault();
          onMove(step);
        }}
        onPointerCancel={onDrop}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) onDrag(event.clientY);
        }}
        onPointerUp={onDrop}
        title={texts.moveHint}
      />
      {isFixed ? (
        <>
          <span className={styles.dot}>
            <ActivityDot color={type.color} />
          </span>
          <span className={styles.fixedName}>{type.name}</span>
        </>
      ) : (
        <>
          <ColourField
            colour={type.color}
            key={type.color}
            label={texts.colourOf({ name: type.name })}
            onSave={(color) => change({ kind: 'change', type: { ...type, color }, before: type })}
          />
          <div className={styles.name}>
            <NameField
              key={type.name}
              label={texts.nameOf({ name: type.name })}
              name={type.name}
              onSave={(name) => change({ kind: 'change', type: { ...type, name }, before: type })}
            />
          </div>
        </>
      )}
      <Radio
        checked={isDefault}
        className={styles.default}
        label={texts.isDefault}
        name="default-activity-type"
        onChange={onDefault}
      />
      {isFixed ? <span /> : <DeleteType isDefault={isDefault} others={others} type={type} />}
    </div>
  );
}
