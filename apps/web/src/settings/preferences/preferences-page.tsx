import { makeStyles, Switch } from '@fluentui/react-components';
import type { OwnAndEffectiveSettings, PersonSettings, ShownSettings } from '@stint/contract';
import { useFormats, useTexts } from '@stint/ui';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../api/client.ts';
import { ownSettingsQuery, settingsQuery } from '../../api/personal-settings.ts';
import { useSession } from '../../api/session.ts';
import { THEME_CHOICES } from '../../app/theme-choice.ts';
import { useTheme } from '../../app/theme-provider.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { SkeletonRows } from '../../components/skeleton.tsx';
import { THEME_NAMES } from '../../shell/theme-names.ts';
import { organizationTexts } from '../../texts/organization/texts.ts';
import { personalTexts } from '../../texts/personal/texts.ts';
import { shellTexts } from '../../texts/shell/texts.ts';
import { SettingRow } from '../organization/setting-row.tsx';
import { OwnActivityTypes } from './own-activity-types.tsx';
import { OwnChoiceRow } from './own-choice-row.tsx';
import { choicesLikeOrganization, zoneChoices } from './own-choices.ts';
import { useChangeOwn } from './use-change-own.ts';

/** Switches begin where fields do. */
const useStyles = makeStyles({ switch: { alignSelf: 'flex-start', margin: '-4px 0 0 -8px' } });

/** Settings > My preferences: what a person chooses for themselves. */
export function PreferencesSettings() {
  const texts = useTexts(personalTexts);
  const client = useClient();
  const own = useQuery(ownSettingsQuery(client));
  const organization = useQuery(settingsQuery(client));
  const skeleton = <SkeletonRows label={texts.loading} rows={6} />;
  return (
    <>
      <Loaded query={own} skeleton={skeleton} what={texts.theSettings}>
        {(chosen) => (
          <Loaded query={organization} skeleton={skeleton} what={texts.theSettings}>
            {(rules) => <Choices chosen={chosen} organization={rules} />}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

interface ChoicesProps {
  readonly chosen: OwnAndEffectiveSettings;
  readonly organization: ShownSettings;
}

function Choices({ chosen: { own, effective }, organization }: ChoicesProps) {
  const texts = useTexts(personalTexts);
  const ofOrganization = useTexts(organizationTexts);
  const said = { texts, ofOrganization, formats: useFormats(), organization };
  const change = useChangeOwn();
  const save = (name: string, wish: Partial<PersonSettings>) => change({ change: wish, name });
  return (
    <>
      <Panel title={texts.lookTitle}>
        <ThemeRow />
        <OwnChoiceRow
          choices={choicesLikeOrganization('locale', own.locale, said)}
          help={texts.localeHelp}
          onChange={(locale) => save(ofOrganization.locale, { locale })}
          title={ofOrganization.locale}
          value={own.locale}
        />
      </Panel>
      <Panel title={texts.formatsTitle}>
        <OwnChoiceRow
          choices={choicesLikeOrganization('durationFormat', own.durationFormat, said)}
          help={texts.durationFormatHelp}
          onChange={(value) =>
            save(ofOrganization.durationFormat, {
              durationFormat: value as PersonSettings['durationFormat'],
            })
          }
          title={ofOrganization.durationFormat}
          value={own.durationFormat}
        />
        <OwnChoiceRow
          choices={zoneChoices(own.timeZone, said)}
          help={texts.timeZoneHelp}
          onChange={(timeZone) => timeZone !== null && save(ofOrganization.timeZone, { timeZone })}
          title={ofOrganization.timeZone}
          value={own.timeZone}
        />
      </Panel>
      <Panel title={texts.bookingTitle}>
        <OwnChoiceRow
          choices={choicesLikeOrganization('addTimeMode', own.addTimeMode, said)}
          help={texts.addTimeModeHelp}
          onChange={(value) =>
            save(ofOrganization.addTimeMode, { addTimeMode: value as PersonSettings['addTimeMode'] })
          }
          title={ofOrganization.addTimeMode}
          value={own.addTimeMode}
        />
        <OwnActivityTypes
          defaultId={own.defaultActivityTypeId}
          favourites={effective.favouriteActivityTypeIds}
          onChange={save}
        />
      </Panel>
      <MailRow isOn={own.mailReminders} onChange={(mailReminders) => save(texts.mail, { mailReminders })} />
    </>
  );
}

function ThemeRow() {
  const texts = useTexts(personalTexts);
  const shell = useTexts(shellTexts);
  const { choice, choose } = useTheme();
  const choices = THEME_CHOICES.map((value) => ({
    value,
    name: shell[THEME_NAMES[value]],
    effect: value === 'system' ? texts.themeSystemEffect : '',
  }));
  return (
    <OwnChoiceRow
      choices={choices}
      help={texts.themeHelp}
      onChange={(value) => choose(THEME_CHOICES.find((each) => each === value) ?? 'system')}
      title={shell.theme}
      value={choice}
    />
  );
}

function MailRow({ isOn, onChange }: { readonly isOn: boolean; readonly onChange: (isOn: boolean) => void }) {
  const texts = useTexts(personalTexts);
  const styles = useStyles();
  const { email } = useSession().user;
  const effect = email === null ? texts.mailNoAddress : isOn ? texts.mailOn({ email }) : texts.mailOff;
  return (
    <Panel title={texts.mailTitle}>
      <SettingRow
        control={(described) => (
          <Switch
            {...described}
            checked={isOn}
            className={styles.switch}
            onChange={(_, { checked }) => onChange(checked)}
          />
        )}
        effect={effect}
        help={texts.mailHelp}
        title={texts.mail}
      />
    </Panel>
  );
}
