import {
  Button,
  makeStyles,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { ChevronDown12Regular } from '@fluentui/react-icons/svg/chevron-down';
import type { ActivityType } from '@stint/contract';
import { colours } from '../theme/colours.ts';
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
  name: { maxWidth: '140px', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  content: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
});

export interface ActivityPickerProps {
  readonly activityTypes: readonly ActivityType[];
  /** The id of the chosen activity type. */
  readonly value: string;
  readonly onChange: (id: string) => void;
  /** `tag` is small and without a border, for the track bar; `field` also opens inside of a modal dialog. */
  readonly appearance?: 'tag' | 'field';
}

/** Chooses an activity type from a menu that shows the colours. */
export function ActivityPicker({ activityTypes, value, onChange, appearance = 'tag' }: ActivityPickerProps) {
  const styles = useStyles();
  const chosen = activityTypes.find((each) => each.id === value);
  const look = appearance === 'tag' ? `${styles.button} ${styles.plain}` : styles.button;
  return (
    <Menu
      inline={appearance === 'field'}
      checkedValues={{ activity: [value] }}
      onCheckedValueChange={(_, { checkedItems }) => onChange(checkedItems[0] ?? value)}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance={appearance === 'tag' ? 'subtle' : 'outline'}
          aria-label={`Activity type: ${chosen?.name ?? 'none'}`}
          className={look}
          icon={<ChevronDown12Regular />}
          iconPosition="after"
        >
          <span className={styles.content}>
            {chosen && <ActivityDot color={chosen.color} />}
            <span className={styles.name}>{chosen?.name ?? 'Activity type'}</span>
          </span>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {activityTypes.map((each) => (
            <MenuItemRadio key={each.id} name="activity" value={each.id}>
              <span className={styles.content}>
                <ActivityDot color={each.color} />
                {each.name}
              </span>
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
