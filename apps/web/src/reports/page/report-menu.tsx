import { Button } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { Menu, MenuItem, MenuRule, useTexts } from '@stint/ui';
import { lazy, Suspense, useState } from 'react';
import { reportsTexts } from '../../texts/reports/texts.ts';
import type { LoadedReport } from '../data/use-reports.ts';
import { useReportCommands } from '../list/use-report-commands.ts';

const ShareDialog = lazy(async () => ({ default: (await import('../share/share-dialog.tsx')).ShareDialog }));
const MailDialog = lazy(async () => ({ default: (await import('../share/mail-dialog.tsx')).MailDialog }));

/** What can be done with a report as a whole. */
export function ReportMenu({ loaded, name }: { readonly loaded: LoadedReport; readonly name: string }) {
  const texts = useTexts(reportsTexts);
  const { copy, remove } = useReportCommands();
  const [dialog, setDialog] = useState<'share' | 'mail' | null>(null);
  const { id, isCanEdit } = loaded.report;
  const close = () => setDialog(null);
  return (
    <>
      <Menu
        trigger={(props) => (
          <Button
            {...props}
            aria-label={texts.moreOf({ name })}
            icon={<MoreHorizontal20Regular />}
            title={texts.more}
          />
        )}
      >
        {isCanEdit && <MenuItem onSelect={() => setDialog('share')}>{texts.share}</MenuItem>}
        <MenuItem onSelect={() => setDialog('mail')}>{texts.mail}</MenuItem>
        <MenuRule />
        <MenuItem onSelect={() => copy.mutate({ id, name })}>{texts.copyReport}</MenuItem>
        {isCanEdit && <MenuItem onSelect={() => remove.mutate({ id, name })}>{texts.deleteReport}</MenuItem>}
      </Menu>
      <Suspense>
        {dialog === 'share' && <ShareDialog loaded={loaded} name={name} onClose={close} />}
        {dialog === 'mail' && <MailDialog name={name} onClose={close} reportId={id} />}
      </Suspense>
    </>
  );
}
