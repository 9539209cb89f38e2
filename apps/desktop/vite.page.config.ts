import { fileURLToPath } from 'node:url';
import { iconsOneByOne } from '@stint/ui/icons-one-by-one';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page of the desktop app: `dist/page`. */
export default defineConfig({
  root: fileURLToPath(new URL('src/ui', import.meta.url)),
  base: './',
  plugins: [iconsOneByOne(), react()],
  build: {
    outDir: fileURLToPath(new URL('dist/page', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    assetsInlineLimit: 0,
  },
});
