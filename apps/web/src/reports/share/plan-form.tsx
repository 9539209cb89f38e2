import { Button, Checkbox, Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { TimeField } from '../../components/date-field.tsx';
import { calls, type NewReportSchedule } from '@stint/contract';
import { colours, useFormats, useTexts } from '@stint/ui';
import { useQuery, type UseMutationResult } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useClient } from '../../api/client.ts';
import { useErrorText } from '../../api/message.ts';
import { useSession } from '../../api/session.ts';
import { fault } from '../../components/fault.ts';
import { isLike } from '../../drafts/guards.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { reportsTexts } from '../../texts/reports/texts.ts';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
    gap: '8px 12px',
    alignItems: 'start',
    paddingTop: '12px',
    borderTop: `1px solid ${colours.line}`,
    '& *': { minWidth: 0 },
  },
  title: { gridColumn: '1 / -1', margin: 0, fontSize: '14px', lineHeight: '20px', fontWeight: 600 },
  whole: { gridColumn: '1 / -1' },
  people: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(160px, 1fr))',
    maxHeight: '140px',
    overflowY: 'auto',
    border: `1px solid ${colours.line}`,
    borderRadius: '6px',
  },
});

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;
const isOneOf = <const Value extends string>(values: readonly Value[], value: string): Value =>
  values.find((each) => each === value) ?? (values[0] as Value);

interface PlanFormProps {
  readonly reportId: string;
  readonly add: UseMutationResult<unknown, Error, NewReportSchedule>;
}

/** A new plan: how often, when, to whom, and with which files. */
export function PlanForm({ reportId, add }: PlanFormProps) {
  const styles = useStyles();
  const texts = useTexts(reportsTexts);
  const formats = useFormats();
  const errorText = useErrorText();
  const client = useClient();
  const { user } = useSession();
  const usual: NewReportSchedule = {
    reportId,
    frequency: 'weekly',
    weekday: 1,
    monthDay: 1,
    timeOfDay: '08:00',
    recipientIds: [user.id],
    attachment: 'none',
  };
  const {
    value: plan,
    change: setPlan,
    discard,
  } = useDraft(`report-plan:${reportId}`, () => usual, isLike(usual));
  const people = useQuery({
    queryKey: ['people'],
    queryFn: ({ signal }) => client.call(calls.listUsers, { signal }),
    staleTime: 300_000,
  });
  const { recipientIds = [] } = plan;
  const isNobody = recipientIds.length === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isNobody && !add.isPending) add.mutate(plan, { onSuccess: discard });
  };
  const toggle = (id: string, isChosen: boolean) =>
    setPlan({
      ...plan,
      recipientIds: isChosen ? [...recipientIds, id] : recipientIds.filter((each) => each !== id),
    });
  return (
    <form className={styles.form} onSubmit={submit}>
      <h3 className={styles.title}>{texts.newPlan}</h3>
      <Field label={texts.frequency}>
        <Select
          onChange={(_, { value }) =>
            setPlan({ ...plan, frequency: isOneOf(['weekly', 'daily', 'monthly'], value) })
          }
          value={plan.frequency}
        >
          <option value="daily">{texts.daily}</option>
          <option value="weekly">{texts.weekly}</option>
          <option value="monthly">{texts.monthly}</option>
        </Select>
      </Field>
      {plan.frequency === 'weekly' && (
        <Field label={texts.weekday}>
          <Select
            onChange={(_, { value }) => setPlan({ ...plan, weekday: Number(value) })}
            value={String(plan.weekday ?? 1)}
          >
            {WEEKDAYS.map((day) => (
              <option key={day} value={day}>
                {formats.weekday(day, 'long')}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {plan.frequency === 'monthly' && (
        <Field label={texts.monthDay}>
          <Input
            max={31}
            min={1}
            onChange={(_, { value }) =>
              setPlan({ ...plan, monthDay: Math.min(31, Math.max(1, Math.trunc(Number(value)) || 1)) })
            }
            type="number"
            value={String(plan.monthDay ?? 1)}
          />
        </Field>
      )}
      <Field label={texts.timeOfDay}>
        <TimeField
          onChange={(_, { value }) => value !== '' && setPlan({ ...plan, timeOfDay: value.slice(0, 5) })}
          value={plan.timeOfDay}
        />
      </Field>
      <Field label={texts.attachment}>
        <Select
          onChange={(_, { value }) =>
            setPlan({ ...plan, attachment: isOneOf(['none', 'csv', 'xlsx'], value) })
          }
          value={plan.attachment ?? 'none'}
        >
          <option value="none">{texts.noFiles}</option>
          <option value="csv">{texts.asCsv}</option>
          <option value="xlsx">{texts.asXlsx}</option>
        </Select>
      </Field>
      <Field
        className={styles.whole}
        label={texts.recipients}
        {...fault(isNobody ? texts.recipientsNeeded : add.error && errorText(add.error))}
      >
        <div aria-label={texts.recipients} className={styles.people} role="group">
          {(people.data ?? [user]).map(({ id, name }) => (
            <Checkbox
              checked={recipientIds.includes(id)}
              key={id}
              label={name}
              onChange={(_, { checked }) => toggle(id, checked === true)}
            />
          ))}
        </div>
      </Field>
      <div className={styles.whole}>
        <Button appearance="primary" disabled={isNobody || add.isPending} type="submit">
          {texts.addPlan}
        </Button>
      </div>
    </form>
  );
}
