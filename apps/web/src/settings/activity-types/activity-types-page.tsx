import { Button, Input, makeStyles, Switch } from '@fluentui/react-components';
import { useTexts } from '@stint/ui';
import { type FormEvent, useState } from 'react';
import { useErrorText } from '../../api/message.ts';
import { usePersonalSettings } from '../../api/personal-settings.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { SkeletonRows } from '../../components/skeleton.tsx';
import { isText } from '../../drafts/guards.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { activityTypesTexts } from '../../texts/activity-types/texts.ts';
import { AdministratorsOnly } from '../administrators-only.tsx';
import { SettingRow } from '../organization/setting-row.tsx';
import { useChangeSettings } from '../organization/use-change-settings.ts';
import { useFormStyles } from '../use-form-styles.ts';
import { freeColour } from './order.ts';
import { TypeList } from './type-list.tsx';
import { useActivityTypes, useAddType } from './use-activity-types.ts';

/** Switches begin where fields do. */
const useStyles = makeStyles({
  switch: { alignSelf: 'flex-start', margin: '-4px 0 0 -8px' },
  form: { display: 'flex', gap: '8px', paddingTop: '12px' },
  name: { flexBasis: '280px', flexShrink: 1, minWidth: 0 },
});

/** Settings > Activity types. */
export function ActivityTypesSettings() {
  const texts = useTexts(activityTypesTexts);
  const types = useActivityTypes();
  return (
    <AdministratorsOnly>
      <InUse />
      <Panel hint={texts.listHint} title={texts.title}>
        <Loaded
          query={types}
          skeleton={<SkeletonRows label={texts.loading} rows={6} />}
          what={texts.theTypes}
        >
          {({ activityTypes, systemDefaultActivityTypeId }) => (
            <>
              <TypeList defaultId={systemDefaultActivityTypeId} types={activityTypes} />
              <AddType colours={activityTypes.map(({ color }) => color)} />
            </>
          )}
        </Loaded>
      </Panel>
    </AdministratorsOnly>
  );
}

function InUse() {
  const styles = useStyles();
  const texts = useTexts(activityTypesTexts);
  const { organization } = usePersonalSettings();
  const change = useChangeSettings();
  const isOn = organization?.activityTypesEnabled ?? true;
  return (
    <Panel title={texts.feature}>
      <SettingRow
        control={(described) => (
          <Switch
            {...described}
            checked={isOn}
            className={styles.switch}
            onChange={(_, { checked }) =>
              change({
                change: { activityTypesEnabled: checked },
                name: texts.inUse,
                before: { activityTypesEnabled: isOn },
              })
            }
          />
        )}
        effect={isOn ? texts.inUseOn : texts.inUseOff}
        help={texts.inUseHelp}
        title={texts.inUse}
      />
    </Panel>
  );
}

function AddType({ colours }: { readonly colours: readonly string[] }) {
  const styles = useStyles();
  const forms = useFormStyles();
  const texts = useTexts(activityTypesTexts);
  const errorText = useErrorText();
  const draft = useDraft('add-activity-type', () => '', isText);
  const [wasTyped, setTyped] = useState(false);
  const add = useAddType();
  const name = draft.value.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name === '' || add.isPending) return;
    setTyped(false);
    add.mutate({ name, color: freeColour(colours) }, { onSuccess: draft.discard });
  };
  return (
    <form onSubmit={submit}>
      <div className={styles.form}>
        <Input
          aria-label={texts.newName}
          className={styles.name}
          maxLength={100}
          onChange={(_, { value }) => {
            setTyped(true);
            draft.change(value);
          }}
          placeholder={texts.newName}
          value={draft.value}
        />
        <Button appearance="primary" disabled={name === '' || add.isPending} type="submit">
          {texts.add}
        </Button>
      </div>
      {add.error && !wasTyped && (
        <p className={forms.refusal} role="alert">
          {errorText(add.error)}
        </p>
      )}
    </form>
  );
}
