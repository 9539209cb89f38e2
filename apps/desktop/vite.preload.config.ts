import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The preload script: `dist/main/preload.cjs`, one file without imports, as the sandbox asks for. */
export default defineConfig({
  build: {
    outDir: fileURLToPath(new URL('dist/main', import.meta.url)),
    emptyOutDir: false,
    target: 'es2023',
    minify: false,
    lib: {
      entry: fileURLToPath(new URL('src/preload/preload.ts', import.meta.url)),
      formats: ['cjs'],
      fileName: () => 'preload.cjs',
    },
    rolldownOptions: { external: ['electron'] },
  },
});
