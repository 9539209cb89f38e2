import { areaPrefix, allCalls } from '@stint/contract';
import type { FastifyInstance } from 'fastify';

/** Every route of a server as `METHOD /path`, lower case, each parameter as `:`; HEAD routes are left out. */
export function routesOf(app: FastifyInstance): string[] {
  const routes: string[] = [];
  const trail: string[] = [];
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent, segment, methods] = /^([│├└─ ]*)(\S*)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
    if (indent === undefined || segment === undefined) throw new Error(`unreadable line: ${line}`);
    const depth = indent.length / 4;
    trail.splice(depth - 1);
    trail.push(segment);
    const path = normal(trail.join(''));
    for (const method of methods?.split(', ') ?? []) if (method !== 'HEAD') routes.push(`${method} ${path}`);
  }
  return routes;
}

/** Every route that the contract describes, in the same form. */
export function describedRoutes(): string[] {
  return allCalls.flatMap((call) =>
    [{ method: call.method, path: call.path }, ...call.aliases].map(
      ({ method = call.method, path }) => `${method} ${normal(areaPrefix[call.area] + path)}`,
    ),
  );
}

function normal(path: string): string {
  return path.replaceAll(/:\$?\w+/g, ':').toLowerCase();
}
