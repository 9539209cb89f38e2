import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** A letter as it came over SMTP. */
export interface Received {
  from: string;
  to: string[];
  /** Headers and content as sent. */
  raw: string;
}

export interface MailServer {
  url: string;
  received: Received[];
  /** Answers the next letters with this code instead of taking them; null takes them. */
  refuseWith: number | null;
  /** How often a letter was offered. */
  offered: number;
  close(): Promise<void>;
}

/** The same, ending with the test. */
export async function startMailServer(): Promise<MailServer> {
  const at = await openMailServer();
  onTestFinished(() => at.close());
  return at;
}

/** A mail server on loopback that wants user `stint` with password `secret`. */
export async function openMailServer(): Promise<MailServer> {
  const at: MailServer = {
    url: '',
    received: [],
    refuseWith: null,
    offered: 0,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = new SMTPServer({
    authMethods: ['PLAIN'],
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, done) {
      const isRight = username === 'stint' && password === 'secret';
      done(isRight ? null : new Error('wrong user or password'), { user: username });
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        at.offered += 1;
        if (at.refuseWith !== null) {
          done(Object.assign(new Error('not now'), { responseCode: at.refuseWith }));
          return;
        }
        at.received.push({
          from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  at.url = `smtp://stint:secret@127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return at;
}
