import type {
  ComplexType,
  EntityType,
  NavigationProperty,
  Source,
  ValueProperty,
} from '../../model/members.ts';
import type { EntitySet, Model } from '../../model/model.ts';
import { type EnumType, PRIMITIVES, type ValueType } from '../../model/types.ts';
import { nothing, type Sql } from '../../sql/fragment.ts';

const sql = (): Sql => nothing;
const source: Source<unknown> = { table: sql, where: null };

/** A library of books, with every primitive type, for tests that need a model but no rows. */
export const library: Model<unknown> = makeLibrary();

function makeLibrary(): Model<unknown> {
  const binding: EnumType = {
    kind: 'enum',
    name: 'Library.Words.Binding',
    members: { Paper: 0, Cloth: 1, Leather: 2 },
    isFlags: false,
  };
  const rights: EnumType = {
    kind: 'enum',
    name: 'Library.Words.Rights',
    members: { Read: 1, Lend: 2 },
    isFlags: true,
  };
  const country: EntityType = {
    kind: 'entity',
    name: 'Library.Country',
    key: ['Code'],
    properties: { Code: value('Edm.String') },
    navigation: {},
  };
  const address: ComplexType = {
    kind: 'complex',
    name: 'Library.Address',
    properties: { City: value('Edm.String', true) },
    navigation: { Country: navigation(() => country, { set: 'Countries', nullable: true }) },
  };
  const chapter: EntityType = {
    kind: 'entity',
    name: 'Library.Chapter',
    key: ['Book', 'Number'],
    properties: { Book: value('Edm.Int32'), Number: value('Edm.Int32') },
    navigation: { Author: navigation(() => author, { set: 'Authors' }) },
  };
  const author: EntityType = {
    kind: 'entity',
    name: 'Library.Author',
    key: ['Id'],
    properties: {
      Id: value('Edm.Guid'),
      Home: { kind: 'complex', type: address, nullable: true, join: null },
    },
    navigation: { Books: navigation(() => book, { set: 'Books', isCollection: true }) },
  };
  const book: EntityType = {
    kind: 'entity',
    name: 'Library.Book',
    key: ['Id'],
    properties: {
      Id: value('Edm.Int32'),
      Title: { ...value('Edm.String', true), description: 'As on the cover: "Tom & Jerry" <2nd ed.>' },
      Binding: value(binding),
      Rights: value(rights, true),
      Tags: { kind: 'collection', nullable: false, type: primitive('Edm.String'), sql },
      ...Object.fromEntries(PRIMITIVES.map((name) => [`Any${name.slice(4)}`, value(name, true)])),
    },
    navigation: {
      Author: navigation(() => author, { set: 'Authors', nullable: true }),
      Chapters: navigation(() => chapter, { isCollection: true, isContained: true }),
    },
  };
  return {
    namespace: 'Library',
    container: 'Default.Container',
    enums: [binding, rights],
    complexTypes: [address],
    entityTypes: [book, author, chapter, country],
    sets: {
      Books: { ...set(book), search: (row) => row, description: 'What can be borrowed.' },
      Authors: set(author),
      Countries: set(country),
    },
  };
}

function primitive(name: (typeof PRIMITIVES)[number]): ValueType {
  return { kind: 'primitive', name };
}

function value(type: (typeof PRIMITIVES)[number] | EnumType, nullable = false): ValueProperty<unknown> {
  return { kind: 'value', nullable, type: typeof type === 'string' ? primitive(type) : type, sql };
}

function navigation(
  target: () => EntityType,
  options: Partial<NavigationProperty<unknown>>,
): NavigationProperty<unknown> {
  const plain = { isCollection: false, nullable: false, isContained: false, set: null };
  return { target, source, on: sql, ...plain, ...options };
}

function set(type: EntityType): EntitySet<unknown> {
  return { type, source, pageSize: 100, search: null };
}
