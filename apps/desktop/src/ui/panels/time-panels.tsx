import { Play16Filled } from '@fluentui/react-icons/svg/play';
import { instant, toWallTime } from '@stint/domain';
import { useFormats, useTexts } from '@stint/ui';
import { use } from 'react';
import type { ActiveView, ConflictView, EntryView } from '../../core/app/view.ts';
import type { Subject } from '../../core/subject.ts';
import { TimeContext } from '../clock.ts';
import { type Show, today } from '../panel.ts';
import { subjectOf } from '../subjects.ts';
import { desktopTexts } from '../texts/texts.ts';
import { draftOf, editIn, subjectIn } from '../time-form/draft.ts';
import { TimeForm } from '../time-form/time-form.tsx';
import { useActing, useTime } from '../use-act.tsx';

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
      isFocused
      onAct={async (draft) => {
        if (await time({ kind: 'start', subject: subjectIn(draft) })) show(today);
      }}
      onCancel={() => show(today)}
      title={texts.newTrack}
    />
  );
}

interface AddPanelProps extends PanelProps {
  readonly entry: EntryView | null;
  /** A booking that the server refused: what is booked here takes its place. */
  readonly conflict?: ConflictView | undefined;
}

/** Add Time; with an entry, a duplicate of it; with a refused booking, that booking to be changed. */
export function AddPanel({ active, show, entry, conflict }: AddPanelProps) {
  const texts = useTexts(desktopTexts);
  const formats = useFormats();
  const time = useTime();
  const { act } = useActing();
  const { now } = use(TimeContext);
  const refused = conflict?.conflict.change.kind === 'book' ? conflict.conflict.change : null;
  const length = refused?.length ?? entry?.fields.length ?? 3600;
  const begin = toWallTime(instant(refused?.startedAt ?? now - length * 1000), active.zone);
  const subject = refused?.subject ?? (entry ? subjectOf(entry) : emptySubject(active));
  return (
    <TimeForm
      actText={texts.addTime}
      active={active}
      first={draftOf(subject, entry?.fields.timestamp ?? begin, length, formats.exactLength(length))}
      hasTime
      isFocused={entry === null && refused === null}
      onAct={async (draft) => {
        const timestamp = `${draft.date}T${draft.from}:00`;
        const command = { timestamp, length: draft.length ?? 0, subject: subjectIn(draft) };
        if (!(await time({ kind: 'book', ...command }))) return;
        if (conflict) await act({ kind: 'resolve', changeId: conflict.id, choice: 'theirs' });
        show(today);
      }}
      onCancel={() => show(refused ? { kind: 'conflicts' } : today)}
      title={refused ? texts.changeIt : entry ? texts.duplicate : texts.addTime}
    />
  );
}

/** Edit a worklog in place. */
export function EditPanel({ active, show, entry }: PanelProps & { readonly entry: EntryView }) {
  const texts = useTexts(desktopTexts);
  const formats = useFormats();
  const time = useTime();
  const { fields } = entry;
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
      onCancel={() => show({ kind: 'details', key: entry.key })}
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
