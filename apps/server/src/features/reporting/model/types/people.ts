import { type ComplexProperty, type ComplexType, sql } from '@stint/odata';
import type { ReportingContext } from '../context.ts';
import { MODELS } from '../names.ts';
import { column, optional, required } from '../properties.ts';

const reportingUser: ComplexType<ReportingContext> = {
  kind: 'complex',
  name: `${MODELS}.ReportingUser`,
  properties: {
    Id: required('Edm.Guid', 'id'),
    Name: optional('Edm.String', 'display_name'),
    Email: optional('Edm.String', 'email'),
  },
  navigation: {},
};

/** The person that a column of the row names; `always`: the column is never null. */
export function user(
  name: string,
  nullable: boolean,
  { always }: { always: boolean } = { always: true },
): ComplexProperty<ReportingContext> {
  return {
    kind: 'complex',
    type: reportingUser,
    nullable,
    join: {
      by: [name],
      table: () => sql`person`,
      on: (row, other, { organization }) =>
        sql`${other}.organization_id = ${organization} and ${other}.id = ${column(row, name)}`,
      optional: !always,
      present: (other) => sql`${other}.id`,
    },
  };
}

export const peopleTypes = [reportingUser];
