import type { FastifyPluginCallback } from 'fastify';
import { attachUpgrades } from './attach.ts';
import type { Router } from './router.ts';

/** Serves the hubs on a Fastify app (`app.register(signalRPlugin, { signalr })`) and closes them with it. */
export const signalRPlugin: FastifyPluginCallback<{
  readonly signalr: Router & { close(): Promise<void> };
}> = (app, { signalr }, done) => {
  app.addHook('onRequest', (request, reply, next) => {
    if (signalr.handle(request.raw, reply.raw)) reply.hijack();
    else next();
  });
  app.addHook('preClose', async () => signalr.close());
  attachUpgrades(app.server, signalr);
  done();
};

/** Hooks of a plugin reach the addresses of the app around it only when Fastify is told not to wall it off. */
Object.assign(signalRPlugin, { [Symbol.for('skip-override')]: true });
