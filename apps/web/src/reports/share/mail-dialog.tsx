import { Button, makeStyles } from '@fluentui/react-components';
import type { ReportSchedule } from '@stint/contract';
import { colours, useFormats, useTexts } from '@stint/ui';
import type { WallTime } from '@stint/domain';
import { Loaded } from '../../components/loaded.tsx';
import { Modal } from '../../components/modal.tsx';
import { Row, RowList } from '../../components/row-list.tsx';
import { SkeletonRows } from '../../components/skeleton.tsx';
import { commonTexts } from '../../texts/common/texts.ts';
import { reportsTexts } from '../../texts/reports/texts.ts';
import { PlanForm } from './plan-form.tsx';
import { usePlans } from './use-plans.ts';

const useStyles = makeStyles({
  text: { margin: '0 0 12px' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '4px', flexShrink: 0 },
  fault: { color: colours.fault },
  actions: { display: 'flex', justifyContent: 'flex-end', marginTop: '16px' },
});

interface MailDialogProps {
  readonly reportId: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** The plans by which a report is mailed, and a form for another. */
export function MailDialog({ reportId, name, onClose }: MailDialogProps) {
  const styles = useStyles();
  const texts = useTexts(reportsTexts);
  const common = useTexts(commonTexts);
  const { plans, add, enable, remove, run } = usePlans();
  return (
    <Modal onClose={onClose} title={texts.mailTitle({ name })}>
      <p className={styles.text}>{texts.mailText}</p>
      <Loaded query={plans} skeleton={<SkeletonRows label={texts.loading} rows={2} />} what={texts.thePlans}>
        {(all) => (
          <RowList label={texts.plans}>
            {all
              .filter((plan) => plan.reportId === reportId)
              .map((plan) => (
                <PlanRow
                  key={plan.id}
                  onEnable={(isEnabled) => enable.mutate({ ...plan, isEnabled })}
                  onRemove={() => remove.mutate(plan)}
                  onRun={() => run.mutate(plan.id)}
                  plan={plan}
                />
              ))}
          </RowList>
        )}
      </Loaded>
      <PlanForm add={add} reportId={reportId} />
      <div className={styles.actions}>
        <Button onClick={onClose}>{common.close}</Button>
      </div>
    </Modal>
  );
}

function PlanRow(props: {
  readonly plan: ReportSchedule;
  readonly onRun: () => void;
  readonly onEnable: (isEnabled: boolean) => void;
  readonly onRemove: () => void;
}) {
  const { plan } = props;
  const styles = useStyles();
  const texts = useTexts(reportsTexts);
  const formats = useFormats();
  const time = formats.time(`2000-01-01T${plan.timeOfDay}:00` as WallTime);
  const frequency = texts[plan.frequency];
  const people = texts.planPeople({ count: plan.recipientIds.length });
  return (
    <Row
      action={
        <div className={styles.acts}>
          <Button onClick={props.onRun} size="small">
            {texts.sendNow}
          </Button>
          <Button onClick={() => props.onEnable(!plan.isEnabled)} size="small">
            {plan.isEnabled ? texts.pause : texts.resume}
          </Button>
          <Button onClick={props.onRemove} size="small">
            {texts.deletePlan}
          </Button>
        </div>
      }
      detail={
        plan.fault === null ? (
          [people, plan.isEnabled && texts.planAdded({ at: formats.dateTime(plan.nextRun) })]
            .filter(Boolean)
            .join(' · ')
        ) : (
          <span className={styles.fault}>{texts.planFailed({ reason: plan.fault })}</span>
        )
      }
      name={plan.isEnabled ? texts.planOf({ frequency, time }) : texts.planPaused({ frequency, time })}
    />
  );
}
