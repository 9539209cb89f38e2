import { type Sql, sql } from '../../sql/fragment.ts';

/** An interval as an OData duration, such as `P1DT2H30M`: days of 24 hours, no months. */
export function durationText(value: Sql): Sql {
  const days = sql`nullif(div(e, 86400), 0) || 'D'`;
  const hours = sql`nullif(div(mod(e, 86400), 3600), 0) || 'H'`;
  const minutes = sql`nullif(div(mod(e, 3600), 60), 0) || 'M'`;
  const seconds = sql`nullif(trim_scale(mod(e, 60)), 0) || 'S'`;
  const time = sql`case when mod(e, 86400) <> 0 then concat('T', ${hours}, ${minutes}, ${seconds}) end`;
  const text = sql`case when e = 0 then 'PT0S' else concat(case when ${value} < '0' then '-' end, 'P', ${days}, ${time}) end`;
  return sql`(select case when e is not null then ${text} end from (select abs(extract(epoch from ${value})) as e) d)`;
}
