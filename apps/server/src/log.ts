import { type Logger, pino } from 'pino';
import type { LogLevel } from './environment.ts';

/** Structured log lines on standard error; what may hold a secret is cut out wherever it stands. */
export function createLog(level: LogLevel): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: [
          'authorization',
          'cookie',
          'password',
          'pat',
          'secret',
          'token',
          '*.authorization',
          '*.cookie',
          '*.password',
          '*.pat',
          '*.secret',
          '*.token',
          'req.headers',
        ],
        censor: '[secret]',
      },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
