import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { askedAhead } from './build/asked-ahead.ts';
import { baseStylesInline } from './build/base-styles-inline.ts';
import { callsAsAddresses } from './build/calls-as-addresses.ts';
import { compressed } from './build/compressed.ts';
import { piecesOf } from './build/pieces.ts';
import { rendererAhead } from './build/renderer-ahead.ts';
import { iconsOneByOne } from '@stint/ui/icons-one-by-one';
import { stylesAhead } from '@stint/ui/styles-ahead';

const schemasLeftOut = fileURLToPath(new URL('./build/schemas-left-out.ts', import.meta.url));
const server = { target: 'http://localhost:7070', changeOrigin: false };
const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root,
  plugins: [
    iconsOneByOne(),
    callsAsAddresses(),
    react(),
    baseStylesInline(),
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
    rolldownOptions: { output: { codeSplitting: { groups: piecesOf(root) } } },
  },
  server: { proxy: { '/api': server, '/auth': server, '/signalr': { ...server, ws: true } } },
});
