import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyReply {
    /** Answers the web app, whatever its own address is. */
    sendPage(): FastifyReply;
  }
}

const webFolder = fileURLToPath(new URL('../../../web/dist', import.meta.url));

/** Serves the built web app: compressed, hashed files for a year, the page itself always fresh. */
export async function pages(app: FastifyInstance): Promise<void> {
  if (!existsSync(webFolder)) {
    app.decorateReply('sendPage', function sendPage() {
      return this.code(503)
        .type('text/plain')
        .send('The pages are not built yet: run "npm run build --workspace apps/web".');
    });
    return;
  }
  await app.register(files, {
    root: webFolder,
    dotfiles: 'ignore',
    index: false,
    // The build lays compressed copies beside its files.
    preCompressed: true,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/');
      void reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.decorateReply('sendPage', function sendPage() {
    return this.header('cache-control', 'no-cache').sendFile('index.html');
  });
  app.get('/', (_request, reply) => reply.sendPage());
}
