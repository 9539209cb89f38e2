import { Button, mergeClasses } from '@fluentui/react-components';
import { Stop16Filled } from '@fluentui/react-icons/svg/stop';
import { useLayoutEffect, useRef, useState } from 'react';
import { useFormats } from '../format/use-formats.ts';
import { useTexts } from '../texts/use-texts.ts';
import { uiTexts } from '../texts/ui/texts.ts';
import { Composer } from './composer.tsx';
import { RunningTrack } from './running-track.tsx';
import { NO_DRAFT, type TrackBarProps } from './types.ts';
import { useBarStyles } from './use-bar-styles.ts';

/** The bar on every page: what am I doing, the running clock, start and stop. It knows no network; the page gives it state and takes its wishes. */
export function TrackBar(props: TrackBarProps) {
  const { running, lengthSeconds, focusRequest } = props;
  const styles = useBarStyles();
  const texts = useTexts(uiTexts);
  const formats = useFormats();
  const [isComposing, setComposing] = useState(false);
  const isRunning = running !== null;
  const answered = useRef(focusRequest);
  useLayoutEffect(() => {
    if (answered.current !== focusRequest && isRunning) setComposing(true);
    answered.current = focusRequest;
  }, [focusRequest, isRunning]);
  const cancel = () => {
    setComposing(false);
    props.onDraft(NO_DRAFT);
  };
  const clock = (
    <time
      aria-label={isRunning ? texts.runningTime : texts.notRunning}
      className={mergeClasses(styles.clock, isRunning ? styles.clockRunning : styles.waiting)}
      role="timer"
    >
      {formats.clock(lengthSeconds)}
    </time>
  );
  return (
    <section aria-label={texts.trackBar} className={styles.bar} data-track-bar="">
      {!isRunning || isComposing ? (
        <Composer
          {...props}
          clock={clock}
          focusOnMount={isRunning}
          key={isRunning ? 'next' : 'first'}
          onCancel={isRunning ? cancel : null}
          onStart={(subject) => {
            setComposing(false);
            props.onStart(subject);
          }}
        />
      ) : (
        <>
          <RunningTrack {...props} onNew={() => setComposing(true)} running={running} />
          {clock}
        </>
      )}
      {isRunning && (
        <Button
          aria-label={texts.stop}
          className={styles.stop}
          icon={<Stop16Filled />}
          onClick={props.onStop}
          title={texts.stopWithKey}
        />
      )}
    </section>
  );
}
