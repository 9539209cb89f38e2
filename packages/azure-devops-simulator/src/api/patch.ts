import { type Author, changeItem, type FieldChanges, setParent } from '../world/changes.ts';
import { findPerson } from '../world/people.ts';
import { textOf } from '../world/text.ts';
import { findType, isForeignField } from '../world/process.ts';
import { type Item, latest, liveItem } from '../world/world.ts';
import type { Context } from './context.ts';
import { badRequest, noSuchWorkItem, staleRevision } from './errors.ts';
import { relations } from './render.ts';

type Operation = { readonly op: string; readonly path: string; readonly value?: unknown };

const identityFields: ReadonlySet<string> = new Set([
  'System.AssignedTo',
  'System.CreatedBy',
  'System.ChangedBy',
]);
const readOnlyFields: ReadonlySet<string> = new Set([
  'System.Id',
  'System.Rev',
  'System.Parent',
  'System.Watermark',
]);

/** Checks that a body is a JSON Patch document. @throws AzureError 400 */
export function readPatch(body: unknown): Operation[] {
  if (!Array.isArray(body) || body.length === 0) {
    throw badRequest(
      'You must pass a valid patch document in the body of the request.',
      'VssPropertyValidationException',
    );
  }
  return body.map((operation: unknown) => {
    const { op, path, value } = (operation ?? {}) as Record<string, unknown>;
    if (typeof op !== 'string' || typeof path !== 'string')
      throw badRequest('An operation needs "op" and "path".');
    return { op: op.toLowerCase(), path, value };
  });
}

/**
 * Applies a JSON Patch document as one new revision; nothing changes when any operation fails.
 * @throws AzureError 412 when a `test` of `/rev` fails, 400 for a field or value that cannot be set
 */
export function applyPatch(
  context: Context,
  item: Item,
  operations: readonly Operation[],
  author: Author,
): void {
  for (const { op, path, value } of operations) {
    if (op === 'test' && path === '/rev' && Number(value) !== latest(item).rev) throw staleRevision();
  }
  const changes = fieldChanges(operations, String(latest(item).fields['System.WorkItemType']));
  const parentId = newParent(context, item, operations);
  if (parentId !== undefined) setParent(context.world, item, parentId, author);
  changeItem(context.world, item, changes, author);
}

/** The field values that a document sets. @throws AzureError 400 */
export function fieldChanges(operations: readonly Operation[], typeName: string): FieldChanges {
  const changes: Record<string, unknown> = {};
  for (const { op, path, value } of operations) {
    const name = /^\/fields\/([^/]+)$/.exec(path)?.[1];
    if (name === undefined || op === 'test') continue;
    if (readOnlyFields.has(name))
      throw badRequest(
        `TF401326: Invalid field status 'ReadOnly' for field '${name}'.`,
        'RuleValidationException',
      );
    if (isForeignField(typeName, name))
      throw badRequest(`TF51535: Cannot find field ${name}.`, 'VssPropertyValidationException');
    changes[name] = op === 'remove' ? null : checkedValue(name, value, typeName);
  }
  return changes;
}

function checkedValue(name: string, value: unknown, typeName: string): unknown {
  if (value === null || value === undefined || value === '') {
    if (name === 'System.Title')
      throw badRequest(
        'TF401320: Rule Error for field Title. Error code: Required, InvalidEmpty.',
        'RuleValidationException',
      );
    return null;
  }
  if (name === 'System.State' && !findType(typeName)?.states.some((state) => state.name === value)) {
    throw badRequest(
      `The field 'State' contains the value '${textOf(value)}' that is not in the list of supported values`,
      'RuleValidationException',
    );
  }
  if (!identityFields.has(name)) return value;
  const text = typeof value === 'object' && 'uniqueName' in value ? textOf(value.uniqueName) : textOf(value);
  const person = findPerson(text);
  if (person === undefined)
    throw badRequest(
      `The identity value '${text}' for field '${name}' is an unknown identity.`,
      'InvalidIdentityFieldValueException',
    );
  return person;
}

/** The parent that a document sets, null when it takes it away, undefined when it leaves it. */
function newParent(
  context: Context,
  item: Item,
  operations: readonly Operation[],
): number | null | undefined {
  let parent: number | null | undefined;
  for (const { op, path, value } of operations) {
    const index = /^\/relations\/(-|\d+)$/.exec(path)?.[1];
    if (index === undefined) continue;
    if (op === 'remove') {
      const rel = relations(context, item)[Number(index)]?.['rel'];
      if (rel === 'System.LinkTypes.Hierarchy-Reverse') parent = null;
    } else if (op === 'add') parent = parentOf(context, item, value);
  }
  return parent;
}

function parentOf(context: Context, item: Item, value: unknown): number {
  const { rel, url } = (value ?? {}) as Record<string, unknown>;
  if (rel !== 'System.LinkTypes.Hierarchy-Reverse')
    throw badRequest('Only links to a parent can be added here.');
  const id = Number(/\/(\d+)$/.exec(String(url))?.[1]);
  if (liveItem(context.world, id) === undefined) throw noSuchWorkItem(id);
  for (
    let above: number | null = id;
    above !== null;
    above = context.world.items.get(above)?.parentId ?? null
  ) {
    if (above === item.id)
      throw badRequest(
        'TF201036: You cannot add a Child link between these work items, it would be circular.',
      );
  }
  return id;
}
