import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import type { ReactNode } from 'react';
import type { DesktopView } from '../../core/app/view.ts';
import type { Show } from '../panel.ts';
import { type DesktopTexts, desktopTexts } from '../texts/texts.ts';
import { useActing } from '../use-act.tsx';
import { connectionText, noteText, stoppedText, updateFaultText } from './banner-texts.ts';

const useStyles = makeStyles({
  banner: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '8px',
    padding: '6px 12px',
    backgroundColor: colours.warnSoft,
    color: colours.ink,
    borderBottom: `1px solid ${colours.line}`,
  },
  fault: { backgroundColor: colours.faultSoft },
  text: { flexGrow: 1, flexShrink: 1, flexBasis: '200px', minWidth: 0, overflowWrap: 'anywhere' },
  button: { flexShrink: 0, whiteSpace: 'nowrap' },
});

interface BannerProps {
  readonly text: string;
  readonly isFault?: boolean;
  readonly children?: ReactNode;
}

function Banner({ text, isFault = false, children }: BannerProps) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.banner, isFault && styles.fault)} role="status">
      <span className={styles.text}>{text}</span>
      {children}
    </div>
  );
}

/** Everything a person should know, each with a way on: no connection, conflicts, what was stopped, notes of the app itself. */
export function Banners({ view, show }: { readonly view: DesktopView; readonly show: Show }) {
  const texts = useTexts(desktopTexts);
  const { act, fault, dismiss } = useActing();
  const { active, notes, update } = view;
  return (
    <>
      {fault !== null && (
        <Banner isFault text={fault}>
          <Small onClick={dismiss} text={texts.ok} />
        </Banner>
      )}
      {active?.connection.kind === 'waiting' && (
        <Banner text={connectionText(active.connection, active.waiting, texts)}>
          <Small onClick={() => void act({ kind: 'refresh' })} text={texts.tryNow} />
        </Banner>
      )}
      {active?.connection.kind === 'pairAgain' && (
        <Banner isFault text={texts.pairingEndedKept}>
          <Small onClick={() => void act({ kind: 'pairAgain', id: active.id })} text={texts.pairAgain} />
        </Banner>
      )}
      {view.organizations
        .filter(({ asks, isActive }) => asks !== null && !isActive)
        .map(({ id, name, asks }) => (
          <Banner
            key={id}
            text={asks === 'absence' ? texts.asksAbsence({ name }) : texts.asksActivity({ name })}
          >
            <Small onClick={() => void act({ kind: 'activate', id })} text={texts.switchTo({ name })} />
          </Banner>
        ))}
      {active && active.conflicts.length > 0 && (
        <Banner isFault text={texts.conflictsWait({ count: active.conflicts.length })}>
          <Small onClick={() => show({ kind: 'conflicts' })} text={texts.decide} />
        </Banner>
      )}
      {active?.notice && (
        <Banner text={active.notice.kind === 'refused' ? active.notice.message : texts.superseded}>
          <Small onClick={() => void act({ kind: 'dismissNotice' })} text={texts.ok} />
        </Banner>
      )}
      {active?.stopped != null && (
        <Banner text={stoppedText(active.stopped, texts)}>
          <Small onClick={() => void act({ kind: 'acknowledge' })} text={texts.ok} />
        </Banner>
      )}
      {active?.isReminder && (
        <Banner text={texts.reminder}>
          <Small onClick={() => show({ kind: 'start', subject: null })} text={texts.startTracking} />
          <Small onClick={() => void act({ kind: 'remindLater', option: 0 })} text={texts.inAnHour} />
          <Small onClick={() => void act({ kind: 'remindLater', option: 1 })} text={texts.tomorrow} />
        </Banner>
      )}
      {notes.length > 0 && (
        <Banner text={notes.map((note) => noteText(note, texts)).join(' ')}>
          <Small onClick={() => void act({ kind: 'dismissNotes' })} text={texts.ok} />
        </Banner>
      )}
      <UpdateBanner texts={texts} update={update} />
    </>
  );
}

function UpdateBanner({
  update,
  texts,
}: {
  readonly update: DesktopView['update'];
  readonly texts: DesktopTexts;
}) {
  const { act } = useActing();
  const answer = (kind: 'now' | 'whenIdle' | 'later') => void act({ kind: 'update', answer: kind });
  const fault = update.kind === 'failed' ? updateFaultText(update.reason, texts) : null;
  if (fault !== null)
    return (
      <Banner isFault text={fault}>
        <Small onClick={() => answer('later')} text={texts.ok} />
      </Banner>
    );
  if (update.kind !== 'ready' || !update.isAsked) return null;
  return (
    <Banner text={texts.updateReady({ version: update.version })}>
      <Small onClick={() => answer('now')} text={texts.restartNow} />
      <Small onClick={() => answer('whenIdle')} text={texts.whenIdle} />
      <Small onClick={() => answer('later')} text={texts.later} />
    </Banner>
  );
}

function Small({ text, onClick }: { readonly text: string; readonly onClick: () => void }) {
  const styles = useStyles();
  return (
    <Button className={styles.button} onClick={onClick} size="small">
      {text}
    </Button>
  );
}
