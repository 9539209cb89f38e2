import { Button, makeStyles } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useChangeOwnSettings } from '../api/personal-settings.ts';
import { useErrorText } from '../api/message.ts';
import { CopyField } from '../components/copy-field.tsx';
import { Panel } from '../components/panel.tsx';
import { commonTexts } from '../texts/common/texts.ts';
import { firstStepsTexts } from '../texts/first-steps/texts.ts';
import { useToast } from '../toasts/toast-provider.tsx';
import { useClock } from '../track/clock.tsx';
import { Step } from './step.tsx';
import { doneSteps, STEPS, type StepName } from './steps.ts';
import { useBegun } from './use-begun.ts';

const DEMO_COMMAND = 'npm start -- --port 7080 --data .stint-demo';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' },
  demo: {
    maxWidth: '68ch',
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    marginTop: '6px',
    color: colours.dim,
  },
});

interface FirstStepsCardProps {
  /** Whether a step was open since the page came up: then the end is shown too. */
  readonly wasOpen: boolean;
  readonly onOpen: () => void;
}

/** The steps of a new organization: what is done, and what is next. It stays until it is put away or, once all is done, left. */
export function FirstStepsCard({ wasOpen, onOpen }: FirstStepsCardProps) {
  const styles = useStyles();
  const texts = useTexts(firstStepsTexts);
  const navigate = useNavigate();
  const { focusBar } = useClock();
  const begun = useBegun();
  const close = useClose();
  const done = begun && doneSteps(begun);
  const isComplete = done?.length === STEPS.length;
  const isOpen = done !== null && !isComplete;
  useEffect(() => {
    if (isOpen) onOpen();
  }, [isOpen, onOpen]);
  if (done === null || (isComplete && !wasOpen)) return null;
  const acts: Record<StepName, () => void> = {
    connect: () => void navigate({ to: '/settings/connection' }),
    invite: () => void navigate({ to: '/settings/people' }),
    track: focusBar,
  };
  const next = STEPS.find((step) => !done.includes(step));
  return (
    <Panel
      action={
        <Button appearance="subtle" onClick={close} size="small">
          {texts.close}
        </Button>
      }
      hint={isComplete ? texts.allDone : texts.hint}
      title={`${texts.title} · ${texts.progress({ done: String(done.length), all: String(STEPS.length) })}`}
    >
      <ol className={styles.list}>
        {STEPS.map((step, index) => (
          <Step
            act={texts[`${step}Act`]}
            isDone={done.includes(step)}
            isNext={step === next}
            key={step}
            number={index + 1}
            onAct={acts[step]}
            text={texts[`${step}Text`]}
            title={texts[step]}
          >
            {step === 'connect' && (
              <div className={styles.demo}>
                {texts.demo}
                <CopyField name={texts.demoCommand} text={DEMO_COMMAND} />
              </div>
            )}
          </Step>
        ))}
      </ol>
    </Panel>
  );
}

/** Puts the steps away for good; undo brings them back. */
function useClose(): () => void {
  const texts = useTexts(firstStepsTexts);
  const common = useTexts(commonTexts);
  const errorText = useErrorText();
  const toast = useToast();
  const { mutate } = useChangeOwnSettings();
  const change = (firstStepsClosed: boolean, onSuccess: () => void) =>
    mutate({ firstStepsClosed }, { onSuccess, onError: (error) => toast({ text: errorText(error) }) });
  const undo = { name: common.undo, run: () => change(false, () => undefined) };
  return () => change(true, () => toast({ text: texts.closed, action: undo }));
}
