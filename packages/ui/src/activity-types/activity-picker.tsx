import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { ChevronDown12Regular } from '@fluentui/react-icons/svg/chevron-down';
import type { ActivityType } from '@stint/contract';
import { NOT_SET_ACTIVITY_TYPE } from '@stint/domain';
import { Menu } from '../menu/menu.tsx';
import { MenuItem } from '../menu/menu-item.tsx';
import { colours } from '../theme/colours.ts';
import { useTexts } from '../texts/use-texts.ts';
import { uiTexts } from '../texts/ui/texts.ts';
import { ActivityDot } from './activity-tag.tsx';

const useStyles = makeStyles({
  button: { minWidth: 0, flexShrink: 0, fontWeight: 400, color: colours.dim },
  plain: {
    height: '26px',
    padding: '0 8px',
    borderRadius: '13px',
    fontSize: '12px',
    backgroundColor: colours.soft,
  },
  name: {
    maxWidth: '140px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    '@media (max-width: 720px)': { maxWidth: '96px' },
  },
  // The ring says it where there is no room.
  nothing: { '@media (max-width: 720px)': { display: 'none' } },
  content: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
});

export interface ActivityPickerProps {
  readonly activityTypes: readonly ActivityType[];
  /** The id of the chosen activity type. */
  readonly value: string;
  readonly onChange: (id: string) => void;
  /** `tag` is small and without a border, for the track bar. */
  readonly appearance?: 'tag' | 'field';
}

/** Chooses an activity type from a menu that shows the colours. */
export function ActivityPicker({ activityTypes, value, onChange, appearance = 'tag' }: ActivityPickerProps) {
  const styles = useStyles();
  const texts = useTexts(uiTexts);
  const chosen = activityTypes.find((each) => each.id === value);
  const look = appearance === 'tag' ? `${styles.button} ${styles.plain}` : styles.button;
  return (
    <Menu
      trigger={(props) => (
        <Button
          {...props}
          appearance={appearance === 'tag' ? 'subtle' : 'outline'}
          aria-label={texts.activityTypeIs({ name: chosen?.name ?? texts.none })}
          className={look}
          icon={<ChevronDown12Regular />}
          iconPosition="after"
        >
          <span className={styles.content}>
            {chosen && <ActivityDot color={chosen.color} />}
            <span
              className={mergeClasses(
                styles.name,
                appearance === 'tag' && value === NOT_SET_ACTIVITY_TYPE.id && styles.nothing,
              )}
            >
              {chosen?.name ?? texts.activityType}
            </span>
          </span>
        </Button>
      )}
    >
      {activityTypes.map((each) => (
        <MenuItem isChosen={each.id === value} key={each.id} onSelect={() => onChange(each.id)}>
          <ActivityDot color={each.color} />
          {each.name}
        </MenuItem>
      ))}
    </Menu>
  );
}
