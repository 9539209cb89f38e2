import { type ComplexProperty, type ComplexType, type Sql, sql } from '@stint/odata';
import type { ReportingContext } from '../context.ts';
import { MODELS } from '../names.ts';
import { optional, required } from '../properties.ts';

type Complex = ComplexProperty<ReportingContext>;

const reportingActivityType: ComplexType<ReportingContext> = {
  kind: 'complex',
  name: `${MODELS}.ReportingActivityType`,
  properties: {
    Id: required('Edm.Guid', 'id'),
    Color: optional('Edm.String', 'color'),
    Name: optional('Edm.String', 'name'),
  },
  navigation: {},
};

const reportingBudget: ComplexType<ReportingContext> = {
  kind: 'complex',
  name: `${MODELS}.ReportingBudget`,
  properties: { Id: optional('Edm.Guid', 'id'), BudgetName: optional('Edm.String', 'name') },
  navigation: {},
};

/** Of the day by the owner's wall clock. */
const datePart = (part: Sql) =>
  required('Edm.Int32', (row) => sql`extract(${part} from ${row}.local_started_at)::integer`);

const reportingDate: ComplexType<ReportingContext> = {
  kind: 'complex',
  name: `${MODELS}.ReportingDate`,
  properties: {
    Year: datePart(sql`year`),
    Month: datePart(sql`month`),
    Day: datePart(sql`day`),
    ShortDate: {
      ...optional('Edm.String', (row) => sql`to_char(${row}.local_started_at, 'YYYY-MM-DD')`),
      description: 'YYYY-MM-DD',
    },
  },
  navigation: {},
};

/** The activity type of a worklog. */
export const activityType: Complex = {
  kind: 'complex',
  type: reportingActivityType,
  nullable: true,
  join: {
    by: ['activity_type_id'],
    table: () => sql`activity_type`,
    on: (row, other, { organization }) =>
      sql`${other}.organization_id = ${organization} and ${other}.id = ${row}.activity_type_id`,
    optional: false,
    present: (other) => sql`${other}.id`,
  },
};

/** The budget that the row's `budget_id` names. */
export const budget: Complex = {
  kind: 'complex',
  type: reportingBudget,
  nullable: true,
  join: {
    by: ['budget_id'],
    table: () => sql`budget`,
    on: (row, other, { organization }) =>
      sql`${other}.organization_id = ${organization} and ${other}.id = ${row}.budget_id`,
    optional: true,
    present: (other) => sql`${other}.id`,
  },
};

/** The day of a worklog. */
export const workLogDate: Complex = { kind: 'complex', type: reportingDate, nullable: true, join: null };

export const valueTypes = [reportingActivityType, reportingBudget, reportingDate];
