import { createReadStream } from 'node:fs';
import {
  calls,
  DESKTOP_CHANNELS,
  DESKTOP_TARGETS,
  releaseFilePath,
  type DesktopChannel,
  type DesktopTarget,
} from '@stint/contract';
import type { Dependencies } from '../../dependencies.ts';
import { nothingHere } from '../../http/nothing-here.ts';
import { createReleaseFolder } from './folder.ts';

/**
 * The feed of updates of the desktop app. Anyone may read it: what it tells was signed with the key of the release, which this
 * server does not have, and the app checks that (decisions/0019).
 */
export function desktopReleases({ app, router, environment, log }: Dependencies): void {
  const told = new Set<string>();
  const releases = createReleaseFolder(environment.desktopReleases, (name) => {
    if (told.has(name)) return;
    told.add(name);
    log.warn({ name }, 'this is no signed release of the desktop app, or its file is not complete');
  });

  router.handle(calls.listDesktopReleases, async () =>
    (await releases.current()).map((release) => ({ ...release, address: releaseFilePath(release.file) })),
  );

  app.get<{ Params: { channel: string; target: string } }>(
    '/desktop/updates/:channel/:target',
    async (request, reply) => {
      const { channel, target } = request.params;
      if (!isChannel(channel) || !isTarget(target)) throw nothingHere(request);
      const newest = await releases.newest(channel, target);
      void reply.header('cache-control', 'no-cache');
      return newest === null ? reply.code(204).send() : newest;
    },
  );

  app.get<{ Params: { file: string } }>(releaseFilePath(':file'), async (request, reply) => {
    const found = await releases.fileOf(request.params.file);
    if (found === null) throw nothingHere(request);
    return reply
      .type('application/octet-stream')
      .header('content-length', found.size)
      .header('cache-control', 'no-cache')
      .send(createReadStream(found.path));
  });
}

function isChannel(text: string): text is DesktopChannel {
  return (DESKTOP_CHANNELS as readonly string[]).includes(text);
}

function isTarget(text: string): text is DesktopTarget {
  return (DESKTOP_TARGETS as readonly string[]).includes(text);
}
