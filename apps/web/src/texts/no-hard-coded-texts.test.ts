import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const folders = ['../', '../../../../packages/ui/src/'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/** Names that are the same in every language. */
const NAMES =
  /^(PgUp|PgDn|Ctrl.*|Stint|REST|OData|Azure DevOps|https?:\/\/\S+|workLogs, POST, pair …|[A-Z][a-z]*)$/;
const KEYS = /<kbd>[^<]*<\/kbd>/g;
const JSX_TEXT = />\s*([^<>{}=;()]*[A-Za-z]{2}[^<>{}=;()]*)\s*</g;
const ATTRIBUTE =
  /\b(?:label|title|placeholder|hint|text|aria-label|what|act|emptyNote|description)="([^"]*[A-Za-z]{2}[^"]*)"/g;
const TOAST = /\btext: ['`]([^'`]*[a-z]{2} [^'`]*)['`]/g;

/** Texts that people would see and that stand in the code of a component. */
function hardCoded(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '').replace(KEYS, '');
  const isJsx = [...code.matchAll(JSX_TEXT)].map(([, text = '']) => text.trim());
  const others = [ATTRIBUTE, TOAST].flatMap((pattern) =>
    [...code.matchAll(pattern)].map(([, text = '']) => text),
  );
  const seen = [...isJsx.filter((text) => /^[A-Z“]/.test(text)), ...others];
  return seen.filter((text) => !NAMES.test(text));
}

const sources = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .map((path) => `${folder}${path}`),
);

test('visible texts stand in the catalogue, not in components', () => {
  expect(sources.length).toBeGreaterThan(40);
  const found = sources.flatMap((path) =>
    hardCoded(readFileSync(path, 'utf8')).map((text) => `${path.split('/src/').pop()}: ${text}`),
  );
  expect(found).toEqual([]);
});

test('the search finds texts between tags, in attributes and in toasts', () => {
  const source = `<p>Hello you</p><Button\n>\n  Save it\n</Button><Field label="Your name" /> toast({ text: 'It is done' })`;
  expect(hardCoded(source)).toEqual(['Hello you', 'Save it', 'Your name', 'It is done']);
});
