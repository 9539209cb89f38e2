import { openApiDocument } from '@stint/contract';
import type { Dependencies } from '../dependencies.ts';
import { publicUrlOf } from '../http/public-url.ts';
import { version } from '../version.ts';

/** `/api/openapi.json`: the description of every call, made from the same schemas that check requests. */
export function openApi({ app, environment }: Pick<Dependencies, 'app' | 'environment'>): void {
  app.get('/api/openapi.json', async (request) =>
    openApiDocument(version, publicUrlOf(environment, request)),
  );
}
