import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a server needed while it sent a long answer. */
export interface Streamed {
  /** Lines of the answer. */
  lines: number;
  milliseconds: number;
  /** Most bytes in memory during the first and the second half of the samples. */
  firstHalf: number;
  secondHalf: number;
}

const BETWEEN_SAMPLES = 100;
const LINE_FEED = 10;
const run = promisify(execFile);

/** Reads a long answer to its end and watches how much memory the server's process has meanwhile. */
export async function streamed(
  url: string,
  headers: Record<string, string>,
  processId: number,
): Promise<Streamed> {
  const before = performance.now();
  const answer = await fetch(url, { headers });
  if (!answer.ok || !answer.body) throw new Error(`${url}: ${answer.status}`);
  const stop = new AbortController();
  const samples = sampled(processId, stop.signal);
  let lines = 0;
  for await (const chunk of answer.body) lines += countOf(chunk as Uint8Array);
  stop.abort();
  const memory = await samples;
  const half = Math.ceil(memory.length / 2);
  return {
    lines,
    milliseconds: performance.now() - before,
    firstHalf: Math.max(...memory.slice(0, half)),
    secondHalf: Math.max(...memory.slice(half)),
  };
}

function countOf(chunk: Uint8Array): number {
  let count = 0;
  for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) count += 1;
  return count;
}

async function sampled(processId: number, signal: AbortSignal): Promise<number[]> {
  const samples: number[] = [];
  while (!signal.aborted) {
    samples.push(await residentBytes(processId));
    await sleep(BETWEEN_SAMPLES);
  }
  return samples;
}

async function residentBytes(processId: number): Promise<number> {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(processId)]);
  return Number(stdout.trim()) * 1024;
}
