import { Checkbox, makeStyles } from '@fluentui/react-components';
import type { PersonSettings } from '@stint/contract';
import { ActivityDot, colours, useFormats, useTexts } from '@stint/ui';
import { Loaded } from '../../components/loaded.tsx';
import { SkeletonRows } from '../../components/skeleton.tsx';
import { activityTypesTexts } from '../../texts/activity-types/texts.ts';
import { personalTexts } from '../../texts/personal/texts.ts';
import { useActivityTypes } from '../activity-types/use-activity-types.ts';
import { SettingRow } from '../organization/setting-row.tsx';
import { OwnChoiceRow } from './own-choice-row.tsx';
import { defaultTypeChoices, withFavourite } from './own-choices.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', margin: '-6px 0 0 -6px' },
  name: { display: 'inline-flex', alignItems: 'center', gap: '8px' },
  off: { margin: '12px 0 0', color: colours.dim },
});

interface OwnActivityTypesProps {
  readonly defaultId: string | null;
  readonly favourites: readonly string[];
  readonly onChange: (name: string, change: Partial<PersonSettings>) => void;
}

/** The activity type that one's entries begin with, and those that stand first where one chooses. */
export function OwnActivityTypes({ defaultId, favourites, onChange }: OwnActivityTypesProps) {
  const styles = useStyles();
  const texts = useTexts(personalTexts);
  const ofTypes = useTexts(activityTypesTexts);
  const { settings } = useFormats();
  const types = useActivityTypes();
  const namesOf = (names: readonly string[]) =>
    new Intl.ListFormat(settings.locale, { type: 'conjunction' }).format(names);
  return (
    <Loaded
      query={types}
      skeleton={<SkeletonRows label={ofTypes.loading} rows={3} />}
      what={ofTypes.theTypes}
    >
      {({ activityTypes, enabled, systemDefaultActivityTypeId }) =>
        enabled ? (
          <>
            <OwnChoiceRow
              choices={defaultTypeChoices(activityTypes, systemDefaultActivityTypeId, { texts })}
              help={texts.defaultTypeHelp}
              onChange={(defaultActivityTypeId) => onChange(texts.defaultType, { defaultActivityTypeId })}
              title={texts.defaultType}
              value={defaultId}
            />
            <SettingRow
              control={(described) => (
                <div {...described} className={styles.list} role="group">
                  {activityTypes.map(({ id, name, color }) => (
                    <Checkbox
                      checked={favourites.includes(id)}
                      key={id}
                      label={
                        <span className={styles.name}>
                          <ActivityDot color={color} />
                          {name}
                        </span>
                      }
                      onChange={(_, { checked }) => {
                        const wish = { id, isFavourite: checked === true };
                        const favouriteActivityTypeIds = withFavourite(activityTypes, [...favourites], wish);
                        onChange(texts.favourites, { favouriteActivityTypeIds });
                      }}
                    />
                  ))}
                </div>
              )}
              effect={
                favourites.length === 0
                  ? texts.favouritesNone
                  : texts.favouritesSet({
                      value: namesOf(
                        activityTypes.filter(({ id }) => favourites.includes(id)).map(({ name }) => name),
                      ),
                    })
              }
              help={texts.favouritesHelp}
              title={texts.favourites}
            />
          </>
        ) : (
          <p className={styles.off}>{texts.typesOff}</p>
        )
      }
    </Loaded>
  );
}
