import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { askedAhead } from './build/asked-ahead.ts';
import { callsAsAddresses } from './build/calls-as-addresses.ts';
import { compressed } from './build/compressed.ts';
import { rendererAhead } from './build/renderer-ahead.ts';
import { iconsOneByOne } from '@stint/ui/icons-one-by-one';
import { stylesAhead } from '@stint/ui/styles-ahead';

const schemasLeftOut = fileURLToPath(new URL('./build/schemas-left-out.ts', import.meta.url));
const server = { target: 'http://localhost:7070', changeOrigin: false };

/** What many pages share comes as one file: a file for each piece would weigh more than what some page does not use of it. */
const PIECES = {
  name: 'pieces',
  test: /@fluentui\/react-icons\/|\/(apps\/web|packages)\/.*src\//,
  minShareCount: 11,
};

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [
    iconsOneByOne(),
    callsAsAddresses(),
    react(),
    stylesAhead(),
    rendererAhead(),
    askedAhead(),
    compressed(),
  ],
  resolve: { alias: [{ find: /^typebox(\/.*)?$/, replacement: schemasLeftOut }] },
  build: {
    target: 'es2023',
    manifest: true,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: [PIECES] } } },
  },
  server: { proxy: { '/api': server, '/auth': server, '/signalr': { ...server, ws: true } } },
});
