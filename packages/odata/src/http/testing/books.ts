import { ODataError } from '../../error.ts';
import { allOf } from '../../formats/testing/tables.ts';
import { library } from '../../metadata/testing/library.ts';
import type { Executor, Output, ResourceRequest, Result, RowsResult } from '../executor.ts';
import { createODataHandler } from '../handler.ts';
import type { ODataAnswer, ODataRequest } from '../message.ts';

export const ROOT = 'https://library.example/odata/v1/';
const BOOKS = 5;

/** Five books behind the handler, two on a page, and what was told and asked of them. */
export function libraryService() {
  const state = { faults: [] as unknown[], asked: [] as ResourceRequest<string>[], open: 0 };
  const execute: Executor<string> = async (request) => {
    state.asked.push(request);
    return resultOf(request, state);
  };
  const handle = createODataHandler<string>({
    model: library,
    execute,
    onFault: (fault) => state.faults.push(fault),
  });
  const send = (url: string, request: Partial<ODataRequest<string>> = {}): Promise<ODataAnswer> =>
    handle({
      method: 'GET',
      root: ROOT,
      url,
      headers: {},
      body: '',
      context: 'Ann',
      signal: new AbortController().signal,
      ...request,
    });
  const ask = async (url: string, request: Partial<ODataRequest<string>> = {}) => {
    const answer = await send(url, request);
    const { body } = answer;
    const bytes = typeof body === 'string' || Buffer.isBuffer(body) ? Buffer.from(body) : await allOf(body);
    return { ...answer, bytes, text: bytes.toString() };
  };
  return { state, send, ask };
}

type State = { open: number };

/** Stands for the planner: knows a few paths by their last segments. */
function resultOf({ target, output }: ResourceRequest<string>, state: State): Result {
  const [first, key, second] = target.path.kind === 'resource' ? target.path.segments : [];
  if (first?.text.startsWith('Missing'))
    throw new ODataError('NotFound', 'There is no Missing.', { target: 'Missing', position: 0 });
  if (first?.text === 'Faulty') throw new Error('secret of the database');
  if (key?.type === 'count') return { kind: 'text', contentType: 'text/plain', text: String(BOOKS) };
  if (second?.text === 'Title')
    return { kind: 'value', context: 'Books(1)/Title', json: '"=Emma"', type: 'Edm.String' };
  if (second?.text === 'Author') return { kind: 'nothing' };
  if (key?.type === 'arguments') {
    const json = '{"Id":1,"Author":{"Name":"-Ann"}}';
    return { kind: 'object', context: 'Books/$entity', json, columns };
  }
  return books(target.options.skiptoken, output, state, first?.text === 'Breaking');
}

const columns = [
  { path: ['Id'], type: 'Edm.Int32' },
  { path: ['Author', 'Name'], type: 'Edm.String' },
] as const;

function books(token: string | undefined, { pageSize }: Output, state: State, breaks: boolean): RowsResult {
  const start = Number(token ?? 0);
  const end = Math.min(BOOKS, start + (pageSize ?? 2));
  async function* rows() {
    state.open += 1;
    try {
      for (let id = start + 1; id <= end; id += 1) {
        yield `{"Id":${id},"Author":{"Name":"=A${id}"}}`;
        if (breaks) throw new Error('connection lost');
      }
    } finally {
      state.open -= 1;
    }
  }
  return {
    kind: 'rows',
    context: 'Books',
    rows: rows(),
    count: null,
    nextToken: () => (end < BOOKS ? String(end) : null),
    columns,
  };
}
