import { Button, makeStyles } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import { Edit16Regular } from '@fluentui/react-icons/svg/edit';
import { Play16Filled } from '@fluentui/react-icons/svg/play';
import { colours, IconButton, useFormats, useTexts } from '@stint/ui';
import { useState } from 'react';
import type { WallDate } from '@stint/domain';
import type { EntryView } from '../../core/app/view.ts';
import type { ActivityTypeChoice } from '../../core/tracking/server-track.ts';
import { TypeMark } from '../frame/type-mark.tsx';
import { type Show, today } from '../panel.ts';
import { nameOf, subjectOf } from '../subjects.ts';
import { desktopTexts } from '../texts/texts.ts';
import { wholeTimes } from '../times.ts';
import { useTime } from '../use-act.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', gap: '10px', alignItems: 'stretch', marginBottom: '16px' },
  title: {
    fontSize: '18px',
    lineHeight: '24px',
    fontWeight: 600,
    flexGrow: 1,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  id: { color: colours.dim, fontWeight: 400, whiteSpace: 'pre' },
  icons: { display: 'flex', flexShrink: 0 },
  facts: { display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '8px 16px', marginBottom: '20px' },
  name: { color: colours.dim },
  value: { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  ask: { border: `1px solid ${colours.fault}`, borderRadius: '6px', padding: '12px', marginTop: '16px' },
  acts: { display: 'flex', gap: '8px', marginTop: '12px' },
});

interface DetailsProps {
  readonly entry: EntryView;
  readonly activityTypes: readonly ActivityTypeChoice[];
  /** The person's time zone. */
  readonly zone: string;
  readonly show: Show;
}

/** Stands where there is nothing. */
const NONE = '–';

/** All about one worklog, with what one can do with it. */
export function Details({ entry, activityTypes, zone, show }: DetailsProps) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  const formats = useFormats();
  const time = useTime();
  const [isAsking, setAsking] = useState(false);
  const { fields, workItem, isEditable } = entry;
  const { id, name } = nameOf({ ...fields, workItem });
  const remove = async () => {
    const isDone = await time({ kind: 'remove', workLogId: entry.id, before: fields });
    if (isDone) show(today);
  };
  return (
    <section aria-label={texts.details}>
      <div className={styles.head}>
        <TypeMark color={workItem?.color ?? null} />
        <h2 className={styles.title}>
          {id !== null && <span className={styles.id}>{`${id} `}</span>}
          {name || texts.withoutName}
        </h2>
        <span className={styles.icons}>
          <IconButton
            disabled={!isEditable}
            icon={<Edit16Regular />}
            name={texts.edit}
            onClick={() => show({ kind: 'edit', entry })}
          />
          <IconButton
            icon={<Copy16Regular />}
            name={texts.duplicate}
            onClick={() => show({ kind: 'add', entry })}
          />
          <IconButton
            disabled={!isEditable}
            icon={<Delete16Regular />}
            name={texts.delete}
            onClick={() => setAsking(true)}
          />
        </span>
      </div>
      <dl className={styles.facts}>
        <dt className={styles.name}>{texts.date}</dt>
        <dd>{formats.day(fields.timestamp.slice(0, 10) as WallDate, 'full')}</dd>
        <dt className={styles.name}>{texts.time}</dt>
        <dd>{wholeTimes(fields, zone, formats)}</dd>
        <dt className={styles.name}>{texts.duration}</dt>
        <dd>{formats.exactLength(fields.length)}</dd>
        <dt className={styles.name}>{texts.activityType}</dt>
        <dd>{activityTypes.find((each) => each.id === fields.activityTypeId)?.name ?? NONE}</dd>
        <dt className={styles.name}>{texts.comment}</dt>
        <dd className={styles.value}>{fields.comment || NONE}</dd>
        <dt className={styles.name}>{texts.billable}</dt>
        <dd>{fields.isBillable ? texts.yes : texts.no}</dd>
      </dl>
      <Button
        appearance="primary"
        icon={<Play16Filled />}
        onClick={() => void time({ kind: 'start', subject: subjectOf(entry) })}
      >
        {texts.startTracking}
      </Button>
      {isAsking && (
        <div aria-label={texts.deleteAsk} className={styles.ask} role="alertdialog">
          <p>{texts.deleteAsk}</p>
          <div className={styles.acts}>
            <Button autoFocus onClick={() => void remove()}>
              {texts.delete}
            </Button>
            <Button appearance="subtle" onClick={() => setAsking(false)}>
              {texts.cancel}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
