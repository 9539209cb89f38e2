import type { Client } from 'pg';

const verbs =
  'add change check clean close create delete describe document extend find fix handle hide improve keep limit list load log make measure merge move open paint pick plan print read remove rename replace report reset save search send show sort split start stop store sync test trace update validate warn write'.split(
    ' ',
  );
const subjects =
  'account address alert amount answer article basket batch button calendar card chart client comment contract country coupon currency customer dashboard date delivery dialog discount document download email error event export field file filter form group image import invoice item label language layout letter license link list login mail menu message meter model order page panel parcel partner password payment person picture plan price product profile project quantity query receipt record refund region report request result review role route rule sale schedule search service session setting shipment shop stock store supplier table tax template ticket token total tracking user value vehicle voucher warehouse warning week window worker'.split(
    ' ',
  );
const places =
  'after login|at the end of a month|before the first start|behind a proxy|for guests|for several regions|in the archive|in the basket|in the mobile app|on large screens|on the start page|on the server|when it is empty|when offline|with a slow network|without rights'.split(
    '|',
  );

/** A title that only the items whose id is divisible by 1000 have a word of. */
export const RARE_WORD = 'zephyr';

/**
 * Writes work items with ids 1 to `count`, with titles of a person's kind whose first words are more common than the
 * last ones; every person is assigned as many.
 */
export async function fillWorkItems(database: Client, count: number, people: number): Promise<void> {
  await database.query('select setseed(0.5)');
  await database.query(
    `insert into work_item_type (organization_id, project, name, color)
     select o.id, p.project, t.name, 'f2cb1d' from organization o, unnest(array['Atlas', 'Borealis']) p(project),
       unnest(array['Task', 'Bug', 'User Story']) t(name)`,
  );
  await database.query(
    `insert into work_item (organization_id, id, revision, type, title, state, state_category, project, assigned_to,
       parent_id, effort, created_at, changed_at)
     select o.id, n, 1, (array['Task', 'Bug', 'User Story'])[1 + n % 3],
       initcap(pick($2)) || ' ' || pick($3) || ' ' || pick($3) || ' ' || pick($4)
         || case when n % 1000 = 0 then ' ${RARE_WORD}' || n else '' end,
       (array['New', 'Active', 'Resolved', 'Closed', 'Closed'])[1 + n % 5],
       (array['Proposed', 'InProgress', 'Resolved', 'Completed', 'Completed'])[1 + n % 5],
       (array['Atlas', 'Borealis'])[1 + n % 2], 'p' || (1 + n % $5::int) || '@bench.local', nullif(n / 10, 0), 3,
       now() - interval '2 years', now() - random() * interval '1 year'
     from organization o, generate_series(1, $1::int) n`.replaceAll(
      /pick\((\$\d)\)/g,
      (_, list: string) =>
        `(${list}::text[])[1 + floor(power(random(), 2) * cardinality(${list}::text[]))::int]`,
    ),
    [count, verbs, subjects, places, people],
  );
}
