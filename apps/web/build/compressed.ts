import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const WORTH_IT = /\.(?:js|css|html)$/;
/** Below it a file fits into one packet anyway, in bytes. */
const LEAST = 1000;

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/**
 * Puts beside each text of the build what the server sends in its place: a `.br` for browsers that take Brotli (by TLS or on this
 * machine), a `.gz` for all. Compressed once with all effort, they are a quarter of the text.
 */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const files = Object.keys(bundle).filter((file) => WORTH_IT.test(file));
      await Promise.all(files.map((file) => compress(join(dir ?? '', file))));
    },
  };
}

async function compress(path: string): Promise<void> {
  const text = await readFile(path);
  if (text.length < LEAST) return;
  const effort = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
  const [brotli, zipped] = await Promise.all([
    asBrotli(text, { params: effort }),
    asGzip(text, { level: 9 }),
  ]);
  await Promise.all([writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, zipped)]);
}
