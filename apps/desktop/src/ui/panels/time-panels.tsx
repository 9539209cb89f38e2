import { Play16Filled } from '@fluentui/react-icons/svg/play';
import { instant, toWallTime } from '@stint/domain';
import { useFormats, useTexts } from '@stint/ui';
import { use } from 'react';
import type { ActiveView, EntryView } from '../../core/app/view.ts';
import type { Subject } from '../../core/subject.ts';
import { TimeContext } from '../clock.ts';
import { type Show, today } from '../panel.ts';
import { subjectOf } from '../subjects.ts';
import { desktopTexts } from '../texts/texts.ts';
import { draftOf, editIn, subjectIn } from '../time-form/draft.ts';
import { TimeForm } from '../time-form/time-form.tsx';
import { useTime } from '../use-act.tsx';

interface PanelProps {
  readonly active: ActiveView;
  readonly show: Show;
}

/** A new track. */
export function StartPanel({ active, show, subject }: PanelProps & { readonly subject: Subject | null }) {
  const texts = useTexts(desktopTexts);
  const time = useTime();
  return (
    <TimeForm
      actIcon={<Play16Filled />}
      actText={texts.startTracking}
      active={active}
      first={draftOf(subject ?? emptySubject(active), '', null, '')}
      hasTime={false}
      onAct={async (draft) => {
        if (await time({ kind: 'start', subject: subjectIn(draft) })) show(today);
      }}
      onCancel={() => show(today)}
      title={texts.newTrack}
    />
  );
}

/** Add Time; with an entry, a duplicate of it that begins now. */
export function AddPanel({ active, show, entry }: PanelProps & { readonly entry: EntryView | null }) {
  const texts = useTexts(desktopTexts);
  const formats = useFormats();
  const time = useTime();
  const { now } = use(TimeContext);
  const length = entry?.fields.length ?? 3600;
  const begin = toWallTime(instant(now - length * 1000), active.zone);
  const subject = entry ? subjectOf(entry) : emptySubject(active);
  return (
    <TimeForm
      actText={texts.addTime}
      active={active}
      first={draftOf(subject, entry?.fields.timestamp ?? begin, length, formats.exactLength(length))}
      hasTime
      onAct={async (draft) => {
        const timestamp = `${draft.date}T${draft.from}:00`;
        const command = { timestamp, length: draft.length ?? 0, subject: subjectIn(draft) };
        if (await time({ kind: 'book', ...command })) show(today);
      }}
      onCancel={() => show(today)}
      title={entry ? texts.duplicate : texts.addTime}
    />
  );
}

/** Edit a worklog in place. */
export function EditPanel({ active, show, entry }: PanelProps & { readonly entry: EntryView }) {
  const texts = useTexts(desktopTexts);
  const formats = useFormats();
  const time = useTime();
  const { fields } = entry;
  const back = () => show({ kind: 'details', key: entry.key });
  return (
    <TimeForm
      actText={texts.save}
      active={active}
      first={draftOf(subjectOf(entry), fields.timestamp, fields.length, formats.exactLength(fields.length))}
      hasTime
      onAct={async (draft) => {
        const after = editIn(draft, fields);
        if (after === null || (await time({ kind: 'edit', workLogId: entry.id, before: fields, after })))
          show(today);
      }}
      onCancel={back}
      title={texts.edit}
    />
  );
}

function emptySubject({ defaultActivityTypeId, rules }: ActiveView): Subject {
  return {
    workItem: null,
    workItemId: null,
    comment: '',
    activityTypeId: defaultActivityTypeId,
    isBillable: rules.isBillableByDefault,
  };
}
