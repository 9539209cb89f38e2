import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The main process: `dist/main/main.js`. Electron and what Node has stay outside. */
export default defineConfig({
  ssr: { noExternal: true, external: ['electron', 'dbus-next', '@microsoft/signalr'] },
  publicDir: fileURLToPath(new URL('resources', import.meta.url)),
  build: {
    ssr: fileURLToPath(new URL('src/main/main.ts', import.meta.url)),
    outDir: fileURLToPath(new URL('dist/main', import.meta.url)),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    copyPublicDir: true,
    rolldownOptions: {
      external: ['electron', 'dbus-next', '@microsoft/signalr', /^node:/, ...builtinModules],
      output: { entryFileNames: 'main.js' },
    },
  },
});
