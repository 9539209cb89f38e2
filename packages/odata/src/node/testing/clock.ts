import type { EntityType } from '../../model/members.ts';
import type { Model } from '../../model/model.ts';
import { sql } from '../../sql/fragment.ts';
import { primitive } from '../../bind/typed.ts';

const tick: EntityType = {
  kind: 'entity',
  name: 'Clock.Tick',
  key: ['Id'],
  properties: {
    Id: { kind: 'value', type: primitive('Edm.Int32'), nullable: false, sql: (row) => sql`${row}.id` },
  },
  navigation: {},
};

const sound: EntityType = {
  ...tick,
  name: 'Clock.Sound',
  properties: {
    ...tick.properties,
    Text: {
      kind: 'value',
      type: primitive('Edm.String'),
      nullable: false,
      sql: () => sql`repeat('tick', 500)`,
    },
  },
};

/** `Slow` has one row, which takes a minute; `Long` has 100 MB. */
export const clock: Model<unknown> = {
  namespace: 'Clock',
  container: 'Clock.Container',
  enums: [],
  complexTypes: [],
  entityTypes: [tick, sound],
  sets: {
    Slow: {
      type: tick,
      source: { table: () => sql`(select 1 as id from pg_sleep(60))`, where: null },
      pageSize: 10,
      search: null,
    },
    Long: {
      type: sound,
      source: { table: () => sql`(select id from generate_series(1, 50000) id)`, where: null },
      pageSize: 10,
      search: null,
    },
  },
};
