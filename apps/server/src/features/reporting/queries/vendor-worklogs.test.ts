import { describe, expect, test } from 'vitest';
import { byText, dayOf, grouped, itemOf, live, nameOf, seconds } from './raw.ts';
import { useService } from './use-service.ts';

// Queries over worklogs that the vendor's documentation and gallery use (reporting.md), with the demo's dates and projects.
const service = useService();

const october = 'Timestamp ge 2026-10-01T00:00:00Z and Timestamp lt 2026-11-01T00:00:00Z';
const inOctober = () => live(service, '2026-10-01', '2026-11-01');

describe('1: time by person within a month', () => {
  test('counts each day by its owner’s wall clock, in the order of names', async () => {
    const rows = await service.rows(
      `workLogsOnly?$apply=filter(${october})/groupby((User/Name),aggregate(PeriodLength with sum as PeriodLength))&$orderby=User/Name`,
    );
    const expected = [...grouped(inOctober(), (log) => nameOf(service, log.person_id) ?? '')].map(
      ([Name, logs]) => ({ User: { Name }, PeriodLength: seconds(logs) }),
    );
    expect(rows.toSorted(byText)).toEqual(expected.toSorted(byText));
    expect(rows.length).toBeGreaterThan(5);
    const names = rows.map(({ User }) => (User as { Name: string }).Name);
    expect(names).toEqual(names.toSorted());
  });
});

describe('2: time by person, project and day', () => {
  test('has a row for every group, the newest days first', async () => {
    const rows = await service.rows(
      'workLogsWorkItems?$apply=groupby((User/Name,WorkItem/System_TeamProject,WorklogDate/ShortDate),aggregate(PeriodLength with sum as PeriodLength))&$orderby=WorklogDate/ShortDate desc',
    );
    const keyOf = (log: (typeof service.workLogs)[number]) =>
      JSON.stringify({
        User: { Name: nameOf(service, log.person_id) },
        WorkItem: { System_TeamProject: itemOf(service, log)?.project ?? null },
        WorklogDate: { ShortDate: dayOf(log) },
      });
    const expected = [...grouped(live(service), keyOf)].map(([key, logs]) => ({
      ...(JSON.parse(key) as object),
      PeriodLength: seconds(logs),
    }));
    expect(rows.toSorted(byText)).toEqual(expected.toSorted(byText));
    expect(rows.length).toBeGreaterThan(1000);
    const days = rows.map(({ WorklogDate }) => (WorklogDate as { ShortDate: string }).ShortDate);
    expect(days).toEqual(days.toSorted().toReversed());
  });
});

describe('3: all time on the items of a project', () => {
  test.each(['worklogsOnly', 'WORKLOGSONLY', 'workLogsWorkItems'])('from %s', async (set) => {
    const rows = await service.rows(
      `${set}?$apply=aggregate(PeriodLength with sum as PeriodLength)&workItemsFilter=System_TeamProject eq 'Atlas'`,
    );
    const logs = live(service).filter((log) => itemOf(service, log)?.project === 'Atlas');
    expect(rows).toEqual([{ PeriodLength: seconds(logs) }]);
    expect(seconds(logs)).toBeGreaterThan(0);
  });
});

describe('6: time and days tracked by person', () => {
  test('counts each day once', async () => {
    const rows = await service.rows(
      `workLogsOnly?$apply=filter(${october})/groupby((User/Name),aggregate(PeriodLength with sum as PeriodLength,WorklogDate/ShortDate with countdistinct as DaysTracked))`,
    );
    const expected = [...grouped(inOctober(), (log) => nameOf(service, log.person_id) ?? '')].map(
      ([Name, logs]) => ({
        User: { Name },
        PeriodLength: seconds(logs),
        DaysTracked: new Set(logs.map(dayOf)).size,
      }),
    );
    expect(rows.toSorted(byText)).toEqual(expected.toSorted(byText));
  });
});

describe('10: a month as text', () => {
  const month =
    "compute(concat(cast(year(Timestamp),Edm.String),concat('-',cast(month(Timestamp),Edm.String))) as Month)";
  const monthOf = ({ local_started_at: at }: (typeof service.workLogs)[number]) =>
    `${Number(at.slice(0, 4))}-${Number(at.slice(5, 7))}`;

  test('stands beside each worklog', async () => {
    const rows = await service.rows(`workLogsOnly?$apply=filter(WorkItemId eq 1001)/${month}`);
    const expected = live(service).filter((log) => log.work_item_id === 1001);
    expect(rows.map(({ Id, Month, PeriodLength }) => [Id, Month, PeriodLength]).toSorted(byText)).toEqual(
      expected.map((log) => [log.id, monthOf(log), log.seconds]).toSorted(byText),
    );
    expect(rows.length).toBeGreaterThan(0);
  });

  test('can be grouped by', async () => {
    const rows = await service.rows(
      `workLogsOnly?$apply=${month}/groupby((Month),aggregate(PeriodLength with sum as PeriodLength,$count as Count))`,
    );
    const expected = [...grouped(live(service), monthOf)].map(([Month, logs]) => ({
      Month,
      PeriodLength: seconds(logs),
      Count: logs.length,
    }));
    expect(rows.toSorted(byText)).toEqual(expected.toSorted(byText));
  });
});

describe('11: incremental refresh', () => {
  test.each(['workLogsWorkItemsWithDeleted', 'workLogsOnlyWithDeleted'])(
    '%s tells what was made, changed or deleted in a span of instants',
    async (set) => {
      const options = { version: 'v3.3-beta' };
      const rows = await service.rows(
        `${set}?$filter=EditedTimestamp ge 2026-11-01T00:00:00%2B02:00 and EditedTimestamp lt 2026-11-21T00:00:00Z&$select=Id,IsDeleted,EditedTimestamp`,
        options,
      );
      const from = Date.parse('2026-11-01T00:00:00+02:00');
      const expected = service.workLogs.filter(
        ({ edited_at: at }) => Date.parse(at) >= from && Date.parse(at) < Date.parse('2026-11-21T00:00:00Z'),
      );
      expect(rows.map(({ Id, IsDeleted }) => [Id, IsDeleted]).toSorted(byText)).toEqual(
        expected.map((log) => [log.id, log.deleted_at !== null]).toSorted(byText),
      );
      expect(rows.filter(({ IsDeleted }) => IsDeleted).length).toBe(12);
    },
  );
});

describe('12: options that a browser encoded', () => {
  test('are those that they were', async () => {
    const rows = await service.rows(
      'workLogsWorkItems?%24filter=WorkItemId+eq+1001+or+WorkItemId+eq+1010&%24select=WorkItemId%2CPeriodLength%2CUser%2CActivityType%2CWorkItem%2FSystem_Title',
    );
    const expected = live(service)
      .filter(({ work_item_id: id }) => id === 1001 || id === 1010)
      .map((log) => {
        const person = service.people.find(({ id }) => id === log.person_id);
        const type = service.activityTypes.find(({ id }) => id === log.activity_type_id);
        return {
          WorkItemId: log.work_item_id,
          PeriodLength: log.seconds,
          ActivityType: { Id: type?.id, Color: type?.color, Name: type?.name },
          User: { Id: person?.id, Name: person?.display_name, Email: person?.email },
          WorkItem: { System_Title: itemOf(service, log)?.title },
        };
      });
    expect(rows.toSorted(byText)).toEqual(expected.toSorted(byText));
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('dates', () => {
  test('of a worklog shortly before midnight are those of its owner’s wall clock', async () => {
    const late = service.workLogs.find(({ local_started_at: at }) => at === '2026-09-30T23:30:00');
    const days = 'Timestamp ge 2026-09-30T00:00:00Z and Timestamp lt 2026-10-01T00:00:00Z';
    const rows = await service.rows(`workLogsOnly?$filter=${days}&$select=Id,Timestamp,WorklogDate`);
    expect(rows.find(({ Id }) => Id === late?.id)).toEqual({
      Id: late?.id,
      Timestamp: '2026-09-30T23:30:00Z',
      WorklogDate: { Year: 2026, Month: 9, Day: 30, ShortDate: '2026-09-30' },
    });
  });
});
