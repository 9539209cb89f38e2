import type {
  CollectionProperty,
  ComplexProperty,
  NavigationProperty,
  Property,
  RowBeside,
  StructuredType,
} from '../model/members.ts';
import { identifier, type Sql, sql } from '../sql/fragment.ts';
import { asOperand } from '../sql/operand.ts';
import { type FromClause, fromClause, joinClauses } from './from-clause.ts';
import { findName, type Member, type OpenRow, type Shape } from './shape.ts';
import { toOneJoin } from './to-one.ts';
import { primitive, type Typed } from './typed.ts';

/** The shape of one row of the model. */
export interface EntityShapeOptions<Context> {
  readonly type: StructuredType<Context>;
  readonly alias: string;
  readonly from: FromClause<Context>;
  /** Counts aliases across the statement. */
  readonly aliases: { next: number };
  /** True where the row may not be there: then each of its values may be null, and what is joined to it is optional. */
  readonly optional?: boolean;
  /** Selects the keys of all rows with the alias, where they are known before anything is joined to them. */
  readonly keys?: Sql | null;
}

/** What the names of a structured type mean on the row with an alias; rows that belong to it are joined when they are asked for. */
export function entityShape<Context>(options: EntityShapeOptions<Context>): Shape {
  const { type } = options;
  // A member is asked for by each option that names it, and for each way in which it is shown.
  const known = new Map<string, Member>();
  const find = (name: string): Member | null => {
    const property = findName(type.properties, name);
    if (property) return propertyMember(options, ...property);
    const navigation = findName(type.navigation, name);
    return navigation && navigationMember(options, ...navigation);
  };
  return {
    type,
    names: () => [...Object.keys(type.properties), ...Object.keys(type.navigation)],
    member(name) {
      const before = known.get(name);
      if (before) return before;
      const member = find(name);
      if (member) known.set(name, member);
      return member;
    },
  };
}

function propertyMember<Context>(
  options: EntityShapeOptions<Context>,
  name: string,
  property: Property<Context>,
): Member {
  if (property.kind === 'complex') return complexMember(options, name, property);
  const { from, optional = false } = options;
  const alias =
    property.kind === 'value' && property.beside ? besideOf(options, property.beside) : options.alias;
  const value: Typed = {
    type: property.type,
    nullable: property.nullable || optional,
    storage: (property.kind === 'value' && property.storage) || 'timestamptz',
    sql: asOperand(property.sql(identifier(alias), from.context)),
    rows: new Set([alias]),
    literal: null,
    position: 0,
  };
  return property.kind === 'value'
    ? { kind: 'value', name, value }
    : collectionMember(options, name, property, value);
}

/** What a row beside is joined as: unlike any property. */
export function nameBeside({ name }: Pick<RowBeside<never>, 'name'>): string {
  return `beside ${name}`;
}

/** The alias of the row beside the one with these options. */
function besideOf<Context>(
  { alias, from, keys = null }: EntityShapeOptions<Context>,
  beside: RowBeside<Context>,
): string {
  const { table, tableOf, on } = beside;
  const all = (context: Context) => table(identifier(alias), context);
  return from.joined(alias, nameBeside(beside), {
    by: null,
    table: keys && tableOf ? (context) => tableOf(keys, context) : all,
    on,
    optional: true,
    isForFew: tableOf !== undefined,
  });
}

function collectionMember<Context>(
  { from }: EntityShapeOptions<Context>,
  name: string,
  property: CollectionProperty<Context>,
  value: Typed,
): Member {
  const { type } = property;
  const open = () => {
    const alias = from.newAlias('i');
    const item = sql`${identifier(alias)}.value`;
    const read = { ...value, nullable: true, sql: item, rows: new Set([alias]) };
    return { value: read, from: sql`unnest(${value.sql}) ${identifier(alias)}(value)`, alias };
  };
  return { kind: 'collection', name, type: { kind: 'collection', of: type }, value, items: { open } };
}

function complexMember<Context>(
  options: EntityShapeOptions<Context>,
  name: string,
  property: ComplexProperty<Context>,
): Member {
  const { alias, from } = options;
  if (property.join) return joinedMember(options, name, property.type, property.join);
  const optional = options.optional === true || property.nullable;
  const shape = entityShape({ ...options, type: property.type, optional });
  const present = property.present?.(identifier(alias), from.context);
  return { kind: 'shape', name, shape, present: present ? presence(present, alias) : null };
}

function joinedMember<Context>(
  options: EntityShapeOptions<Context>,
  name: string,
  type: StructuredType<Context>,
  definition: NonNullable<ComplexProperty<Context>['join']>,
): Member {
  const optional = options.optional === true || definition.optional;
  const alias = options.from.joined(options.alias, name, { ...definition, optional });
  const shape = entityShape({ ...options, type, alias, optional, keys: null });
  const present = optional
    ? presence(definition.present(identifier(alias), options.from.context), alias)
    : null;
  return { kind: 'shape', name, shape, present };
}

function presence(present: Sql, alias: string): Typed {
  const rows = new Set([alias]);
  const type = primitive('Edm.String');
  return {
    type,
    nullable: true,
    storage: 'timestamptz',
    sql: asOperand(present),
    rows,
    literal: null,
    position: 0,
  };
}

function navigationMember<Context>(
  options: EntityShapeOptions<Context>,
  name: string,
  navigation: NavigationProperty<Context>,
): Member {
  if (!navigation.isCollection)
    return joinedMember(options, name, navigation.target(), toOneJoin(navigation));
  const rows = { open: () => openRow(options, navigation), outer: new Set([options.alias]) };
  return { kind: 'many', name, navigation, rows };
}

/** A row of those that a navigation leads to, with a FROM clause of its own. */
function openRow<Context>(
  { alias, aliases, from: outer }: EntityShapeOptions<Context>,
  { source, on, target }: NavigationProperty<Context>,
): OpenRow {
  const { context } = outer;
  const from = fromClause(context, aliases);
  const inner = from.newAlias('n');
  const [row, other] = [identifier(alias), identifier(inner)];
  const of = on(row, other, context);
  return {
    shape: entityShape({ type: target(), alias: inner, from, aliases }),
    from: () => sql`${source.table(context)} ${other}${joinClauses(from.joins())}`,
    where: source.where ? sql`${of} and ${source.where(other, context)}` : of,
    own: () => new Set([inner, ...from.joins().map((joined) => joined.alias)]),
  };
}
