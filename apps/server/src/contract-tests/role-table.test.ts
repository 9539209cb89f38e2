import { type Access, allCalls, type Call } from '@stint/contract';
import { beforeAll, expect, test } from 'vitest';
import { requestOf, useWire } from './http.ts';
import { exceptions, kinds, personOf, questions, type Row, rowOf } from './role-table.ts';
import { samples } from './samples.ts';
import { refusalFault } from './shapes.ts';

interface Operation {
  operationId: string;
  tags: string[];
  'x-access'?: Access;
}

const wire = useWire();

/** Of the document that is served, by their ids. */
const operations = new Map<string, Operation>();

beforeAll(async () => {
  const { body } = await wire.send({ method: 'GET', url: '/api/openapi.json' });
  const { paths } = body as unknown as { paths: Record<string, Record<string, Operation>> };
  for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods)))
    operations.set(operation.operationId, operation);
});

/** Asks a call with a fresh good sample as each kind of person; answers the statuses. */
async function askAsEverybody(call: Call, query: Record<string, boolean> = {}): Promise<Row> {
  const statuses: Partial<Row> = {};
  for (const kind of kinds) {
    // A sample's session belongs to another person.
    const { headers: _headers, ...sample } = await samples[call.id as keyof typeof samples](wire);
    const asked = { ...sample, query: { ...sample.query, ...query }, person: personOf(wire.stint, kind) };
    const { status, body, headers } = await wire.send(requestOf(call, asked));
    statuses[kind] = status;
    const fault = status === 200 ? null : refusalFault(status, body, headers.get('retry-after'));
    expect({ kind, fault }).toEqual({ kind, fault: null });
  }
  return statuses as Row;
}

test('every operation of the served document is in the table, and says who may ask', () => {
  expect([...operations.keys()].toSorted()).toEqual(allCalls.map(({ id }) => id).toSorted());
  const silent = [...operations.values()].filter((operation) => operation['x-access'] === undefined);
  expect(silent).toEqual([]);
});

test.each(allCalls.map((call) => [call.id, call] as const))('%s', async (id, call) => {
  const operation = operations.get(id);
  const access = operation?.['x-access'] ?? 'anyone';
  const isAuth = operation?.tags.includes('auth') ?? false;
  const expected = rowOf(access, isAuth, exceptions[id as keyof typeof exceptions]);
  expect(await askAsEverybody(call)).toEqual(expected);
});

test.each(questions)('$id with $query', async ({ id, query, access }) => {
  const call = allCalls.find((each) => each.id === id);
  if (!call) throw new Error(`there is no call ${id}`);
  expect(await askAsEverybody(call, query)).toEqual(rowOf(access, false));
});
