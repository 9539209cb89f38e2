import { Checkbox, makeStyles } from '@fluentui/react-components';
import { WEBHOOK_EVENTS } from '@stint/domain';
import { colours, useTexts } from '@stint/ui';
import { webhooksTexts } from '../../texts/webhooks/texts.ts';
import { groupsOf, subscriptionsOf, typesOf } from './subscriptions.ts';

const useStyles = makeStyles({
  list: {
    maxHeight: '320px',
    overflowY: 'auto',
    padding: '0 8px 8px',
    border: `1px solid ${colours.line}`,
    borderRadius: '6px',
  },
  group: { margin: 0, padding: 0, border: 'none' },
  type: { display: 'block', paddingLeft: '24px' },
  name: { fontFamily: 'ui-monospace, Consolas, monospace', fontSize: '13px' },
  about: { color: colours.dim },
});

interface EventChoiceProps {
  /** Types and prefixes that are chosen; here none is nothing. */
  readonly events: readonly string[];
  readonly onChange: (events: readonly string[]) => void;
}

/** Which events are told: single ones, or whole groups. */
export function EventChoice({ events, onChange }: EventChoiceProps) {
  const styles = useStyles();
  const texts = useTexts(webhooksTexts);
  const chosen = events.length === 0 ? [] : typesOf(events, WEBHOOK_EVENTS);
  const set = (types: readonly string[], isChosen: boolean) => {
    const others = chosen.filter((type) => !types.includes(type));
    onChange(subscriptionsOf(isChosen ? [...others, ...types] : others, WEBHOOK_EVENTS));
  };
  return (
    <div className={styles.list}>
      {groupsOf(WEBHOOK_EVENTS).map(({ group, types }) => (
        <fieldset aria-label={group} className={styles.group} key={group}>
          <Checkbox
            checked={checkedOf(types.filter((type) => chosen.includes(type)).length, types.length)}
            label={texts.allOf({ group })}
            onChange={(_, { checked }) => set(types, checked === true)}
          />
          {types.map((type) => (
            <div className={styles.type} key={type}>
              <Checkbox
                checked={chosen.includes(type)}
                label={
                  <>
                    <span className={styles.name}>{type}</span>{' '}
                    <span className={styles.about}>{texts[type]}</span>
                  </>
                }
                onChange={(_, { checked }) => set([type], checked === true)}
              />
            </div>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

function checkedOf(chosen: number, all: number): boolean | 'mixed' {
  if (chosen === 0) return false;
  return chosen === all ? true : 'mixed';
}
