import { makeStyles } from '@fluentui/react-components';
import type { WallTime } from '@stint/domain';
import { colours, useFormats } from '@stint/ui';
import { HOUR_PIXELS, pixelsOf } from './geometry.ts';

const useStyles = makeStyles({
  hours: { position: 'relative', height: `${HOUR_PIXELS * 24}px` },
  hour: {
    position: 'absolute',
    right: '8px',
    fontSize: '11px',
    lineHeight: '14px',
    marginTop: '-7px',
    color: colours.dim,
    whiteSpace: 'nowrap',
  },
});

const HOURS = Array.from({ length: 23 }, (_, index) => index + 1);

/** The names of the hours beside their lines; the entries themselves tell their times. */
export function Hours() {
  const styles = useStyles();
  const formats = useFormats();
  return (
    <div aria-hidden className={styles.hours}>
      {HOURS.map((hour) => (
        <span className={styles.hour} key={hour} style={{ top: pixelsOf(hour * 3600) }}>
          {formats.time(`2001-01-01T${String(hour).padStart(2, '0')}:00:00` as WallTime)}
        </span>
      ))}
    </div>
  );
}
