import { retryDelay } from '@stint/domain';
import type { Dependencies, Job } from '../../dependencies.ts';
import { repeating } from '../../jobs/repeating.ts';
import { toldOnce } from '../../jobs/told-once.ts';
import { type DueMail, endFailed, endSent, sweepMail, takeDue } from './store.ts';
import { MailRefusedError, type SendMail } from './transport.ts';

/** Milliseconds between looks. */
const LOOK_EVERY = 2_000;
const SWEEP_EVERY = 3_600_000;
/** Letters under way at the same time in one process. */
const AT_ONCE = 5;
/** How long letters are remembered, so that none goes out twice. */
const KEPT_DAYS = 40;

const messages = {
  failing: 'mail could not be looked up; it is tried again',
  recovered: 'mail is looked up again',
};

/**
 * Sends what is in the outbox. Any number of server processes share the work: each letter belongs to one of them until its lease ends.
 * A letter goes out twice only when a process dies between the mail server's yes and noting it; its Message-ID is the same then.
 */
export function sendMail(
  { database, log }: Pick<Dependencies, 'database' | 'log'>,
  send: SendMail,
  lookEvery = LOOK_EVERY,
): Job {
  const { system } = database;
  let sweptAt = 0;

  async function trySending(mail: DueMail): Promise<void> {
    if (mail.email === null)
      return endFailed(system, mail, { fault: 'the person gets no mail any more', pause: null });
    try {
      await send({ id: mail.id, to: mail.email, ...mail.content });
    } catch (error) {
      const { message: fault } = error as Error;
      const pause = error instanceof MailRefusedError ? null : retryDelay(mail.attempt);
      if (mail.attempt === 1 || pause === null)
        log.warn({ mailId: mail.id, fault }, 'a letter could not be sent');
      return endFailed(system, mail, { fault, pause });
    }
    return endSent(system, mail);
  }

  const look = toldOnce(log, messages, async () => {
    for (;;) {
      const due = await takeDue(system, AT_ONCE);
      await Promise.all(due.map(trySending));
      if (due.length < AT_ONCE) break;
    }
    if (Date.now() - sweptAt < SWEEP_EVERY) return;
    await sweepMail(system, KEPT_DAYS);
    sweptAt = Date.now();
  });

  return repeating(async () => {
    await look();
    return lookEvery;
  });
}
