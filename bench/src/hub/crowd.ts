import { fileURLToPath } from 'node:url';
import { freePort, type Program, startProgram } from '../processes/program.ts';
import { HELLO } from './messages.ts';
import { type CountingSocket, openSocket } from './socket.ts';

const AT_ONCE = 100;

/** A server with many open connections, one for each user, and what they cost it. */
export interface Crowd {
  readonly address: string;
  readonly sockets: readonly CountingSocket[];
  /** Heap and buffers of the server for each connection. */
  readonly bytesEach: number;
  /** A further connection, of another user. */
  readonly join: (user: string) => Promise<CountingSocket>;
  close(): Promise<void>;
}

/** Starts a server (`ours.ts` or `raw.ts`) and connects to it. */
export async function openCrowd(file: URL, size: number): Promise<Crowd> {
  const port = await freePort();
  const program = await startProgram({
    command: process.execPath,
    args: ['--expose-gc', fileURLToPath(file), String(port)],
    port,
  });
  const { address } = program;
  const join = (user: string) => openSocket(address, `/signalr/hub?access_token=${user}`, HELLO);
  // What the first connections bring with them is there once, not for each.
  const first = await Promise.all(Array.from({ length: 50 }, (_, index) => join(`first${index}`)));
  const before = await memoryOf(program);
  const sockets: CountingSocket[] = [];
  for (let open = 0; open < size; open += AT_ONCE) {
    sockets.push(
      ...(await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => join(userName(open + index))))),
    );
  }
  const bytesEach = ((await memoryOf(program)) - before) / size;
  for (const socket of first) socket.close();
  return {
    address,
    sockets,
    bytesEach,
    join,
    async close() {
      for (const socket of sockets) socket.close();
      await program.stop();
    },
  };
}

export function userName(index: number): string {
  return `user${index}`;
}

async function memoryOf({ address }: Program): Promise<number> {
  await fetch(`${address}/memory`).then((response) => response.text());
  return Number(await (await fetch(`${address}/memory`)).text());
}
