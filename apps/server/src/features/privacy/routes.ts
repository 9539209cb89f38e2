import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { calls } from '@stint/contract';
import { audit } from '../../audit.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { Asked } from '../../http/asked.ts';
import { notFound } from '../../refusal.ts';
import type { Calendars } from '../calendars/service.ts';
import type { Tracking } from '../tracking/service.ts';
import type { WorkLogs } from '../worklogs/service.ts';
import { createErasing } from './erase.ts';
import { exportOrganization } from './organization-transfer.ts';
import { personDocument } from './person-document.ts';
import { readPerson } from './store.ts';

/** The calls about what is kept of people, and of the whole organization. */
export function privacy(
  { router, clock, config, feed, log }: Pick<Dependencies, 'router' | 'clock' | 'config' | 'feed' | 'log'>,
  {
    tracking,
    workLogs,
    calendars,
  }: {
    tracking: Pick<Tracking, 'stop'>;
    workLogs: Pick<WorkLogs, 'list'>;
    calendars: Pick<Calendars, 'leave'>;
  },
): void {
  const erasing = createErasing({ feed }, { tracking, calendars });
  const now = () => new Date(clock()).toISOString();

  async function personExport(asked: Asked, id: string): Promise<Readable> {
    const parts = await readPerson(asked.db, asked.organization.id, id);
    if (!parts) throw notFound('user', id);
    await audit(asked.db, asked.organization.id, asked.source, {
      action: 'export',
      entity: 'user',
      entityId: id,
    });
    const exported = now();
    answerFile(asked, 'application/json; charset=utf-8', `person-${id}-${exported.slice(0, 10)}.json`);
    return Readable.from(personDocument(asked, parts, { workLogs, exported }));
  }

  router.handle(calls.exportMe, (asked) => personExport(asked, asked.principal.id));
  router.handle(calls.exportUser, (asked) => personExport(asked, asked.params.id));
  router.handle(calls.eraseUser, (asked) => erasing.erase(asked, asked.params.id, asked.body.confirm));

  router.handle(calls.exportOrganization, async (asked) => {
    const { organization } = asked;
    await audit(asked.db, organization.id, asked.source, {
      action: 'export',
      entity: 'organization',
      entityId: organization.id,
    });
    answerFile(asked, 'application/gzip', `${organization.slug}-${now().slice(0, 10)}.ndjson.gz`);
    const compressed = createGzip();
    pipeline(Readable.from(withLineEnds(exportOrganization(config, organization))), compressed, (error) => {
      // The answer is cut, which the reader sees by the missing end.
      if (error) log.warn({ err: error }, 'an export of an organization was not finished');
    });
    return compressed;
  });
}

function answerFile({ reply }: Pick<Asked, 'reply'>, type: string, name: string): void {
  void reply.header('content-type', type).header('content-disposition', `attachment; filename="${name}"`);
}

async function* withLineEnds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}
