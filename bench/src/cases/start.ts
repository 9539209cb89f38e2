import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { freePort, type Program, startProgram } from '../processes/program.ts';
import { newFolder } from '../processes/root.ts';
import { startStint } from '../processes/stint.ts';
import { type Figure, milliseconds, within } from '../report/line.ts';
import { compare } from '../report/rounds.ts';

const ROUNDS = 5;
const MOST_MILLISECONDS = 2_000;

/** `stint serve` with its demo on an existing data directory, against Node with PostgreSQL and nothing else. */
export async function* start(): AsyncGenerator<Figure> {
  const folders = { ours: newFolder(), anchor: newFolder() };
  const startOurs = () => startStint({ STINT_DATA: folders.ours });
  try {
    await timeOf(startOurs);
    await timeOf(() => startAnchor(folders.anchor));
    const { ours, anchor, ratio } = await compare(
      ROUNDS,
      () => timeOf(startOurs),
      () => timeOf(() => startAnchor(folders.anchor)),
    );
    yield {
      name: 'start: warm, until /readyz',
      ours: milliseconds(ours),
      anchor: milliseconds(anchor),
      ratio: 1 / ratio,
      target: within(ours, MOST_MILLISECONDS),
    };
  } finally {
    for (const folder of Object.values(folders)) rmSync(folder, { recursive: true, force: true });
  }
}

async function timeOf(starting: () => Promise<Program>): Promise<number> {
  const program = await starting();
  await program.stop();
  return program.startedWithin;
}

async function startAnchor(dataDirectory: string): Promise<Program> {
  const port = await freePort();
  const file = fileURLToPath(new URL('../anchor/start.ts', import.meta.url));
  return startProgram({ command: process.execPath, args: [file, dataDirectory, String(port)], port });
}
