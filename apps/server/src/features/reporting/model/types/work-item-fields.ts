import { parameter, type Sql, sql } from '@stint/odata';
import type { ReportingContext } from '../context.ts';
import { budgetAssignmentType } from '../enums.ts';
import { optional, type Read, required, type Value } from '../properties.ts';
import { INSTANTS, INTEGERS, NUMBERS, TEXTS } from './field-names.ts';

/** Custom fields of each kind, and fields rolled up, at most. */
export const MOST_FIELDS = 5;

type Values = Readonly<Record<string, Value>>;

/** What every reporting type shows of a work item: its columns, fields of Azure DevOps, and the request's custom fields. */
export const fieldValues: Values = {
  System_Id: required('Edm.Int32', 'id'),
  System_AreaPath: optional('Edm.String', 'area_path'),
  System_AssignedTo: optional(
    'Edm.String',
    (row) => sql`coalesce(field_text(${row}.fields, 'System.AssignedTo'), ${row}.assigned_to)`,
  ),
  System_IterationPath: optional('Edm.String', 'iteration_path'),
  // Azure DevOps' name for the last part of the area.
  System_NodeName: optional('Edm.String', (row) => sql`regexp_replace(${row}.area_path, '^.*\\\\', '')`),
  System_State: optional('Edm.String', 'state'),
  System_TeamProject: optional('Edm.String', 'project'),
  System_Title: optional('Edm.String', 'title'),
  System_WorkItemType: optional('Edm.String', 'type'),
  ...fields(TEXTS, 'Edm.String', sql`field_text`),
  ...fields(INTEGERS, 'Edm.Int32', sql`field_integer`),
  ...fields(NUMBERS, 'Edm.Double', sql`field_number`),
  ...fields(INSTANTS, 'Edm.DateTimeOffset', sql`field_instant`),
  ...customFields('CustomStringField', 'Edm.String', sql`field_text`, sql`text`),
  ...customFields('CustomNumericField', 'Edm.Double', sql`field_number`, sql`double precision`),
  ...customFields('CustomBooleanField', 'Edm.Boolean', sql`field_flag`, sql`boolean`),
};

/** What all but parents show beyond. */
export const placeValues: Values = {
  BudgetAssignmentType: required(budgetAssignmentType, (row, { showsBudgets }) =>
    showsBudgets ? sql`coalesce(${row}.assignment_type, 1)::integer` : sql`0`,
  ),
  // 0 where Azure DevOps has not told.
  System_AreaId: required(
    'Edm.Int32',
    (row) => sql`coalesce(field_integer(${row}.fields, 'System.AreaId'), 0)`,
  ),
  System_CreatedDate: required('Edm.DateTimeOffset', 'created_at'),
  System_IterationId: required(
    'Edm.Int32',
    (row) => sql`coalesce(field_integer(${row}.fields, 'System.IterationId'), 0)`,
  ),
};

/** `RollupValue1` and so on: sums of fields over an item and all below it. */
export const rollupValues: Values = Object.fromEntries(
  Array.from({ length: MOST_FIELDS }, (_, index) => [
    `RollupValue${index + 1}`,
    optional('Edm.Double', (row, context) => rolledUp(row, context, context.rollupFields[index])),
  ]),
);

function rolledUp(row: Sql, { organization }: ReportingContext, name: Sql | undefined): Sql {
  if (!name) return sql`null::double precision`;
  return sql`(select coalesce(sum(field_number(i.fields, ${name})), 0) from work_item_ancestry a
    join work_item i on i.organization_id = ${organization} and i.id = a.descendant_id
    where a.organization_id = ${organization} and a.ancestor_id = ${row}.id)`;
}

type FieldType = 'Edm.String' | 'Edm.Int32' | 'Edm.Double' | 'Edm.DateTimeOffset' | 'Edm.Boolean';

/** Fields under their reference names with every dot turned into `_`. */
function fields(names: readonly string[], type: FieldType, reader: Sql): Values {
  const read = (name: string): Read => {
    const reference = parameter(name, 'text');
    return (row) => sql`${reader}(${row}.fields, ${reference})`;
  };
  return Object.fromEntries(names.map((name) => [name.replaceAll('.', '_'), optional(type, read(name))]));
}

function customFields(prefix: string, type: FieldType, reader: Sql, postgresType: Sql): Values {
  const read =
    (property: string): Read =>
    (row, { customFields: wished }) => {
      const name = wished.get(property);
      return name ? sql`${reader}(${row}.fields, ${name})` : sql`null::${postgresType}`;
    };
  const properties = Array.from({ length: MOST_FIELDS }, (_, index) => `${prefix}${index + 1}`);
  return Object.fromEntries(properties.map((name) => [name, optional(type, read(name))]));
}
