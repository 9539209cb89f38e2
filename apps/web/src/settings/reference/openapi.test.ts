import { openApiDocument } from '@stint/contract';
import { expect, test } from 'vitest';
import {
  addressOfTry,
  exampleOf,
  findOperations,
  type OpenApiDocument,
  operationsOf,
  typeText,
} from './openapi.ts';

const operations = operationsOf(openApiDocument('0', 'http://localhost') as OpenApiDocument);
const find = (id: string) => {
  const operation = operations.find((each) => each.id === id);
  if (!operation) throw new Error(`${id} is not in the document`);
  return operation;
};

test('every call of the document has an address, a summary and an answer', () => {
  expect(operations.length).toBeGreaterThan(30);
  for (const operation of operations) {
    expect(operation.path).toMatch(/^\/(api|auth)\//);
    expect(operation.summary).not.toBe('');
    expect(operation.answer).not.toBeNull();
  }
});

test('calls are found by words in any order', () => {
  const found = findOperations(operations, 'worklogs batch post').map((operation) => operation.id);
  expect(found).toEqual(['addWorkLogs']);
});

test('a try fills the path and leaves empty options out', () => {
  const address = addressOfTry(find('getWorkLog'), { id: 'a/b', 'api-version': '3.2', $expand: '' });
  expect(address).toBe('/api/rest/workLogs/a%2Fb?api-version=3.2');
});

test('a request begins with the fields it needs', () => {
  expect(exampleOf(find('signIn').body ?? {})).toEqual({ email: '', password: '' });
});

test('types are said in words', () => {
  expect(typeText({ anyOf: [{ type: 'string', format: 'uuid' }, { type: 'null' }] })).toBe('GUID or null');
  expect(typeText({ type: 'array', items: { type: 'integer' } })).toBe('list of integer');
});
