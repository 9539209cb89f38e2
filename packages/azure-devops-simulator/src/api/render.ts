import { type DemoPerson, isPerson } from '../world/people.ts';
import { type Fields, type Item, latest, type Revision } from '../world/world.ts';
import { textOf } from '../world/text.ts';
import { childrenOf } from '../world/changes.ts';
import type { Context } from './context.ts';
import { badRequest } from './errors.ts';

/** Long text fields, which the reporting calls leave out unless asked for all fields. */
export const longTextFields: ReadonlySet<string> = new Set([
  'System.Description',
  'Microsoft.VSTS.TCM.ReproSteps',
]);

/** What a caller wants to see of a work item. */
export type Expand = 'none' | 'relations' | 'fields' | 'links' | 'all';

/** Reads `$expand` as its name in any letter case or its number. */
export function expandOf(value: unknown): Expand {
  const names: readonly Expand[] = ['none', 'relations', 'fields', 'links', 'all'];
  const text = (textOf(value) || 'none').toLowerCase();
  const found = names.find((name) => name === text) ?? names[Number(text)];
  if (found === undefined) throw badRequest(`The value '${text}' is not valid for '$expand'.`);
  return found;
}

/** A person as an identity reference. */
export function identityRef(person: DemoPerson, collectionUrl: string): Record<string, unknown> {
  return {
    displayName: person.displayName,
    url: `${collectionUrl}/_apis/Identities/${person.id}`,
    id: person.id,
    uniqueName: person.uniqueName,
    imageUrl: `${collectionUrl}/_apis/GraphProfile/MemberAvatars/${descriptorOf(person)}`,
    descriptor: descriptorOf(person),
  };
}

export const descriptorOf = ({ id }: DemoPerson): string => `aad.${Buffer.from(id).toString('base64url')}`;

/** A work item as the work item calls answer it, at a revision (the newest unless given). */
export function workItemJson(
  context: Context,
  item: Item,
  options: {
    readonly fields?: readonly string[] | undefined;
    readonly expand?: Expand;
    readonly revision?: Revision;
  },
): Record<string, unknown> {
  const revision = options.revision ?? latest(item);
  const url = workItemUrl(context, item.id);
  const withRelations = options.expand === 'relations' || options.expand === 'all';
  return {
    id: item.id,
    rev: revision.rev,
    fields: shownFields(context, item, revision, options.fields),
    ...(withRelations ? { relations: relations(context, item) } : {}),
    ...(options.expand === 'links' || options.expand === 'all' ? { _links: { self: { href: url } } } : {}),
    url,
  };
}

export const workItemUrl = ({ collectionUrl }: Context, id: number): string =>
  `${collectionUrl()}/_apis/wit/workItems/${id}`;

/** All fields of a revision with those that are computed: id, revision, parent. */
export function allFields(item: Item, revision: Revision): Fields {
  const parent = item.parentId === null ? {} : { 'System.Parent': item.parentId };
  return { 'System.Id': item.id, 'System.Rev': revision.rev, ...revision.fields, ...parent };
}

function shownFields(context: Context, item: Item, revision: Revision, wanted?: readonly string[]): Fields {
  const known = Object.entries(allFields(item, revision));
  const names = wanted === undefined ? null : new Set(wanted.map((name) => name.toLowerCase()));
  const shown = known.filter(([name]) =>
    names === null ? name !== 'System.Id' && name !== 'System.Rev' : names.has(name.toLowerCase()),
  );
  return Object.fromEntries(
    shown.map(([name, value]) => [
      name,
      isPerson(value) ? identityRef(value, context.collectionUrl()) : value,
    ]),
  );
}

/** The links of an item: its parent first, then its children; JSON Patch removes them by position. */
export function relations(context: Context, item: Item): Record<string, unknown>[] {
  const link = (rel: string, id: number, name: string): Record<string, unknown> => ({
    rel: `System.LinkTypes.Hierarchy-${rel}`,
    url: workItemUrl(context, id),
    attributes: { isLocked: false, name },
  });
  const parent = item.parentId === null ? [] : [link('Reverse', item.parentId, 'Parent')];
  return [...parent, ...childrenOf(context.world, item.id).map(({ id }) => link('Forward', id, 'Child'))];
}
