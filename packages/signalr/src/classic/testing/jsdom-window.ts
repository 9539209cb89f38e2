import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { JSDOM } from 'jsdom';

const { resolve } = createRequire(import.meta.url);
const scriptOf = (name: string) => readFileSync(resolve(name), 'utf8');

/** A page of this address with jQuery and SignalR in it. */
export function openWindow(url: string): JSDOM['window'] {
  const { window } = new JSDOM('<p>A page', { url, runScripts: 'outside-only', pretendToBeVisual: true });
  for (const name of ['jquery', 'signalr']) window.eval(scriptOf(name));
  return window;
}
