import { createTransport } from 'nodemailer';
import type { MailSettings } from '../../environment.ts';

export interface Attachment {
  name: string;
  type: string;
  base64: string;
}

/** A letter on its way. */
export interface Mail {
  /** The same for each try, so that a receiver can tell a letter that came twice. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  attachments: readonly Attachment[];
}

/** The mail server takes no letter of this kind at all: another try would change nothing. */
export class MailRefusedError extends Error {}

/** Hands a letter over to the mail server; MailRefusedError, or another error when it may work later. */
export type SendMail = (mail: Mail) => Promise<void>;

/** Milliseconds to connect, to be greeted, and of silence. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Makes what sends mail by SMTP: a connection for each letter, TLS as the address and the server say. */
export function createSender({ url, from }: MailSettings): SendMail {
  const transport = createTransport({ url, ...PATIENCE, disableFileAccess: true, disableUrlAccess: true });
  const host = new URL(url).hostname;
  return async ({ id, to, subject, text, html, attachments }) => {
    try {
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        html,
        messageId: `<${id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        attachments: attachments.map(({ name, type, base64 }) => ({
          filename: name,
          contentType: type,
          content: Buffer.from(base64, 'base64'),
        })),
      });
    } catch (error) {
      const { responseCode = 0 } = error as { responseCode?: number };
      const reason = reasonOf(error);
      // 535 is a wrong password of ours, which the operator may set right.
      if (responseCode >= 500 && responseCode !== 535) throw new MailRefusedError(reason);
      throw new Error(reason, { cause: error });
    }
  };
}

/** In one line without addresses of people: what the server said, or the code of what failed. */
function reasonOf(error: unknown): string {
  const { responseCode, code, message } = error as { responseCode?: number; code?: string; message?: string };
  if (responseCode !== undefined) return `the mail server answered ${responseCode}`;
  return code === undefined ? `mail could not be sent: ${message ?? ''}` : `mail could not be sent: ${code}`;
}
