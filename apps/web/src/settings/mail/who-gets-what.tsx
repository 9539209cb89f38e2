import { makeStyles } from '@fluentui/react-components';
import { colours, type Texts, useTexts } from '@stint/ui';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../api/client.ts';
import { settingsQuery } from '../../api/personal-settings.ts';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { SkeletonRows } from '../../components/skeleton.tsx';
import type { texts as en } from '../../texts/mail/en.ts';
import { mailTexts } from '../../texts/mail/texts.ts';
import { organizationTexts } from '../../texts/organization/texts.ts';
import { type Letter, lettersOf } from './letters.ts';

const useStyles = makeStyles({ off: { color: colours.dim }, on: { fontWeight: 600 } });

function whenText(when: Letter['when'], time: string, texts: Texts<typeof en>): string {
  if (when === 'onWorkingDays' || when === 'onMonday') return texts[when]({ time });
  return texts[when];
}

/** Every kind of mail, who gets it and when, as the rules stand. */
export function WhoGetsWhat() {
  const styles = useStyles();
  const texts = useTexts(mailTexts);
  const { on, off, theSettings } = useTexts(organizationTexts);
  const settings = useQuery(settingsQuery(useClient()));
  const columns = (time: string): Column<Letter>[] => [
    { key: 'letter', title: texts.letter, cell: ({ name }) => texts[name] },
    {
      key: 'on',
      title: texts.isSent,
      cell: ({ isOn }) => <span className={isOn ? styles.on : styles.off}>{isOn ? on : off}</span>,
    },
    { key: 'who', title: texts.who, cell: ({ who }) => texts[who] },
    { key: 'when', title: texts.when, cell: ({ when }) => whenText(when, time, texts) },
    {
      key: 'declined',
      title: texts.declined,
      cell: ({ canBeDeclined }) => (canBeDeclined ? texts.yes : texts.no),
    },
  ];
  return (
    <Panel hint={texts.whoHint} title={texts.whoTitle}>
      <Loaded query={settings} skeleton={<SkeletonRows label={texts.whoTitle} rows={7} />} what={theSettings}>
        {(found) => (
          <DataTable
            columns={columns(found.reminderTime)}
            isStackedOnPhone
            keyOf={({ name }) => name}
            label={texts.whoTitle}
            rows={lettersOf(found)}
          />
        )}
      </Loaded>
    </Panel>
  );
}
