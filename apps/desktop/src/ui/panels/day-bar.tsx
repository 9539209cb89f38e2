import { makeStyles } from '@fluentui/react-components';
import { instant, toWallTime } from '@stint/domain';
import { colours, useTexts } from '@stint/ui';
import type { ActiveView } from '../../core/app/view.ts';
import { useNow } from '../clock.ts';
import { desktopTexts } from '../texts/texts.ts';

const useStyles = makeStyles({
  bar: { width: '100%', height: '10px', display: 'block', borderRadius: '5px', marginTop: '16px' },
  ground: { fill: colours.soft },
  booked: { fill: colours.brand },
  runs: { fill: colours.run },
  hours: {
    display: 'flex',
    justifyContent: 'space-between',
    color: colours.dim,
    fontSize: '12px',
    marginTop: '10px',
  },
});

const HOUR = 3600;
const [EARLY, LATE] = [7 * HOUR, 18 * HOUR];

/** Today as a bar from the first hour that matters to the last: what is booked, and what runs. */
export function DayBar({ active }: { readonly active: ActiveView }) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  const now = secondsOfDay(useNow(), active.zone);
  const running = active.run && { from: secondsOfDay(active.run.todaySince, active.zone), to: now };
  const all = running ? [...active.todayParts, running] : active.todayParts;
  const begin = Math.min(EARLY, ...all.map(({ from }) => Math.floor(from / HOUR) * HOUR));
  const end = Math.max(LATE, ...all.map(({ to }) => Math.ceil(to / HOUR) * HOUR));
  const part = ({ from, to }: { readonly from: number; readonly to: number }) => ({
    x: from - begin,
    width: Math.max(60, to - from),
    height: 1,
  });
  return (
    <>
      <svg
        aria-label={texts.dayBar}
        className={styles.bar}
        preserveAspectRatio="none"
        role="img"
        viewBox={`0 0 ${end - begin} 1`}
      >
        <rect className={styles.ground} height={1} width={end - begin} />
        {active.todayParts.map((each) => (
          <rect className={styles.booked} key={each.from} {...part(each)} />
        ))}
        {running && <rect className={styles.runs} {...part(running)} />}
      </svg>
      <div aria-hidden className={styles.hours}>
        <span>{hourOf(begin)}</span>
        <span>{hourOf(end)}</span>
      </div>
    </>
  );
}

function secondsOfDay(at: number, zone: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = toWallTime(instant(at), zone)
    .slice(11, 19)
    .split(':')
    .map(Number);
  return hours * HOUR + minutes * 60 + seconds;
}

function hourOf(seconds: number): string {
  return `${String(Math.floor(seconds / HOUR)).padStart(2, '0')}:00`;
}
