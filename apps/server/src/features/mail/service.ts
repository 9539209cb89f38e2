import { v7 as uuid } from 'uuid';
import type { Environment } from '../../environment.ts';
import type { Db } from '../../http/asked.ts';
import type { Organization } from '../../identity/organizations.ts';
import { htmlOfLetter, type Letter, textOfLetter } from './letter.ts';
import type { Reader } from './reader.ts';
import { insertMail, type MailContent } from './store.ts';
import type { Attachment } from './transport.ts';

/** What a letter is about; greeting, link and footer are those of all letters. */
export interface Told {
  kind: string;
  /** A second letter with the same key is not sent. */
  dedupeKey: string;
  subject: string;
  paragraphs: readonly string[];
  tables?: Letter['tables'];
  attachments?: readonly Attachment[];
}

export interface Mails {
  /** Whether a mail server is set. */
  isOn: boolean;
  /** Puts a letter into the outbox, in the transaction `db`; false when it was there already. */
  enqueue(db: Db, organization: Organization, reader: Reader, told: Told): Promise<boolean>;
  contentOf(organization: Organization, reader: Reader, told: Omit<Told, 'kind' | 'dedupeKey'>): MailContent;
}

export function createMails({ mail, publicUrl }: Pick<Environment, 'mail' | 'publicUrl'>): Mails {
  const contentOf: Mails['contentOf'] = ({ name }, { principal, texts }, told) => {
    const letter: Letter = {
      language: texts.language,
      subject: told.subject,
      paragraphs: [texts.greeting(principal.displayName), ...told.paragraphs],
      ...(told.tables && { tables: told.tables }),
      link: publicUrl === null ? null : { label: texts.open, url: publicUrl },
      footer: texts.footer(name),
    };
    const { attachments = [] } = told;
    return { subject: told.subject, text: textOfLetter(letter), html: htmlOfLetter(letter), attachments };
  };

  return {
    isOn: mail !== null,
    contentOf,
    async enqueue(db, organization, reader, told) {
      const { kind, dedupeKey } = told;
      const content = contentOf(organization, reader, told);
      const letter = { id: uuid(), personId: reader.principal.id, kind, dedupeKey, content };
      return insertMail(db, organization.id, letter);
    },
  };
}
