import type { Report, Widget } from '@stint/contract';
import {
  type DayRange,
  daysOfTimeframe,
  dayOf,
  instant,
  toWallTime,
  type Weekday,
  widgetAddress,
  widgetTable,
} from '@stint/domain';
import type { Organization } from '../../identity/organizations.ts';
import type { Reader } from '../mail/reader.ts';
import type { Told } from '../mail/service.ts';
import type { Attachment } from '../mail/transport.ts';

/** Answers a query of reports with somebody's rights: JSON, or a file. */
export type Ask = (
  address: string,
  asker: { organization: Organization; reader: Reader },
  format: 'json' | 'csv' | 'xlsx',
) => Promise<{ isOk: boolean; bytes: Buffer }>;

/** Rows of a table that stand in a letter; files have all. */
const MOST_ROWS = 100;
/** Bytes of all files of one letter, which many mail servers still take. */
const MOST_BYTES = 10_000_000;

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

type Table = NonNullable<Told['tables']>[number];

/** Makes the content of a letter with a report: each widget as a table of texts, and as a file where they are wanted. */
export async function makeReport(
  ask: Ask,
  {
    organization,
    owner,
    report,
    format,
    now,
  }: {
    organization: Organization;
    owner: Reader;
    report: Report;
    format: 'csv' | 'xlsx' | 'none';
    now: number;
  },
): Promise<{ tables: Table[]; attachments: Attachment[]; days: DayRange | null }> {
  const today = dayOf(toWallTime(instant(now), owner.principal.timeZone));
  const firstDay = organization.settings.firstDayOfWeek as Weekday;
  const { scope, project, timeframeFilter, widgets } = report;
  const tables: Table[] = [];
  const attachments: Attachment[] = [];
  let bytes = 0;
  for (const [index, widget] of widgets.entries()) {
    const days = daysOfTimeframe(widget.timeframeFilter ?? timeframeFilter, today, firstDay);
    const address = widgetAddress(widget, { days, scope, project });
    const asker = { organization, reader: owner };
    tables.push(await tableOf(ask, address, asker, widget));
    if (format === 'none') continue;
    const file = await ask(address, asker, format);
    bytes += file.bytes.length;
    if (!file.isOk || bytes > MOST_BYTES) continue;
    const name = `${String(index + 1).padStart(2, '0')} ${fileName(widget)}.${format}`;
    attachments.push({ name, type: types[format], base64: file.bytes.toString('base64') });
  }
  return { tables, attachments, days: daysOfTimeframe(timeframeFilter, today, firstDay) };
}

async function tableOf(
  ask: Ask,
  address: string,
  asker: { organization: Organization; reader: Reader },
  widget: Widget,
): Promise<Table> {
  const { texts, durationFormat } = asker.reader;
  const title = widget.title ?? widget.type;
  const answer = await ask(address, asker, 'json');
  const body = JSON.parse(answer.bytes.toString('utf8')) as {
    value?: Record<string, unknown>[];
    error?: { message: string };
  };
  if (!answer.isOk || body.value === undefined) {
    return { title, headers: [], rows: [], note: texts.report.failed(body.error?.message ?? '') };
  }
  const shown = body.value.slice(0, MOST_ROWS);
  const style = { durationFormat, noWorkItem: texts.noWorkItem };
  const note =
    body.value.length > MOST_ROWS
      ? texts.report.cut(MOST_ROWS)
      : body.value.length === 0
        ? texts.report.empty
        : null;
  return { title, ...widgetTable(widget, shown, style), note };
}

function fileName({ title, type }: Widget): string {
  const name = (title ?? type).replaceAll(/[^\p{L}\p{N} _-]/gu, '').trim();
  return name === '' ? type : name.slice(0, 80);
}
