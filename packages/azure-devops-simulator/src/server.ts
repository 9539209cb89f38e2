import Fastify, { type FastifyInstance } from 'fastify';
import { requirePat, requireVersion } from './api/access.ts';
import type { Context } from './api/context.ts';
import { coreRoutes } from './api/core-routes.ts';
import { answerError, AzureError } from './api/errors.ts';
import { makeFaults } from './api/faults.ts';
import { graphRoutes } from './api/graph-routes.ts';
import { identityRoutes } from './api/identity-routes.ts';
import { installedApps } from './api/installed-apps.ts';
import { reportingRoutes } from './api/reporting-routes.ts';
import { typeRoutes } from './api/type-routes.ts';
import { wiqlRoutes } from './api/wiql-routes.ts';
import { createRoute, workItemRoutes } from './api/work-item-routes.ts';
import { groupRoutes } from './page/group-routes.ts';
import { pageRoutes } from './page/routes.ts';

/** Builds the HTTP server: the collection under its name, the edit page and fault control under `/_simulator`. */
export function buildServer(context: Context, pat: string): FastifyInstance {
  const app = Fastify({
    routerOptions: { caseSensitive: false, ignoreTrailingSlash: true },
    forceCloseConnections: true,
  });
  app.addContentTypeParser(
    'application/json-patch+json',
    { parseAs: 'string' },
    app.getDefaultJsonParser('error', 'error'),
  );
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(body.toString())));
    },
  );
  app.setErrorHandler(answerError);
  app.setNotFoundHandler(({ url }) => {
    throw new AzureError(
      404,
      'ControllerNotFoundException',
      `The controller for path '${url}' was not found.`,
    );
  });

  const faults = makeFaults();
  faults.register(app);
  pageRoutes(app, context);
  groupRoutes(app, context);
  void app.register(
    async (scope) => {
      scope.addHook('onRequest', faults.hook);
      scope.addHook('onSend', faults.loseAnswer);
      scope.addHook('onRequest', requirePat(pat));
      scope.addHook('onRequest', requireVersion);
      coreRoutes(scope, context);
      if (context.deployment === 'services') graphRoutes(scope, context);
      else identityRoutes(scope, context);
      installedApps(scope, context);
      typeRoutes(scope, context);
      createRoute(scope, context);
      for (const prefix of ['', '/:project'] as const) {
        workItemRoutes(scope, context, prefix);
        reportingRoutes(scope, context, prefix);
      }
      for (const prefix of ['', '/:project', '/:project/:team'] as const) wiqlRoutes(scope, context, prefix);
    },
    { prefix: `/${context.collection}` },
  );
  return app;
}
