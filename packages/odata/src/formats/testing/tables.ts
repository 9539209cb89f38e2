import type { Column } from '../../http/executor.ts';
import type { Table } from '../table.ts';

/** A table of pages, which remembers whether it was closed. */
export function tableOf(columns: readonly Column[], ...pages: readonly (readonly unknown[])[]) {
  const state = { given: 0, isClosed: false };
  async function* read() {
    try {
      for (const page of pages) {
        state.given += 1;
        yield page;
      }
    } finally {
      state.isClosed = true;
    }
  }
  const table: Table = { columns, pages: read() };
  return { table, state };
}

export function column(path: string, type: Column['type'] = 'Edm.String'): Column {
  return { path: path.split('/'), type };
}

/** Everything that a stream gives, in one piece. */
export async function allOf(chunks: AsyncIterable<string | Buffer>): Promise<Buffer> {
  const buffers: Buffer[] = [];
  for await (const chunk of chunks) buffers.push(Buffer.from(chunk));
  return Buffer.concat(buffers);
}
