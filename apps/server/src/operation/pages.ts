import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { linksAhead } from './asked-ahead.ts';

declare module 'fastify' {
  interface FastifyReply {
    /** Answers the web app, whatever its own address is. */
    sendPage(): FastifyReply;
  }
}

const webFolder = fileURLToPath(new URL('../../../web/dist', import.meta.url));

/** The page is some KB. Sent whole each time, it never comes with the links of an earlier answer. */
const WHOLE = { etag: false, lastModified: false };

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
  const linksOf = linksAhead(webFolder);
  app.decorateReply('sendPage', function sendPage() {
    const links = linksOf(this.request);
    if (links !== null) void this.header('link', links);
    return this.headers({ 'cache-control': 'no-cache', vary: 'cookie, accept-language' }).sendFile(
      'index.html',
      WHOLE,
    );
  });
  app.get('/', (_request, reply) => reply.sendPage());
}
