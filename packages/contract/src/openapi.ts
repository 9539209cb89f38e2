import type { TSchema } from 'typebox';
import { areaPrefix, type Call } from './call.ts';
import { allCalls } from './calls/index.ts';
import { errorTable } from './errors.ts';

const errorAnswer = {
  description: `A refusal. \`errorCode\` is one of: ${Object.keys(errorTable).join(', ')}.`,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['error'],
        properties: {
          error: {
            type: 'object',
            required: ['statusCode', 'errorCode', 'errorDescription', 'message'],
            properties: {
              statusCode: { type: 'integer' },
              errorCode: { type: 'string', enum: Object.keys(errorTable) },
              errorDescription: { type: 'string' },
              message: { type: 'string' },
            },
          },
        },
      },
    },
  },
};

const versionParameter = {
  name: 'api-version',
  in: 'query',
  required: true,
  schema: { type: 'string', enum: ['3.0', '3.1', '3.2', '3.3-beta'], default: '3.2' },
};

/** The OpenAPI 3.1 document of every call. `version` is Stint's own, `server` the public address. */
export function openApiDocument(version: string, server: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const call of allCalls) {
    const path = areaPrefix[call.area] + call.path.replaceAll(/:(\$?\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [call.method.toLowerCase()]: operation(call) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Stint',
      version,
      description: 'Time tracking for Azure DevOps. Lengths are seconds. Names match in any letter case.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'An API token or an OAuth access token' },
      },
    },
  };
}

function operation(call: Call): object {
  const bare = call.area === 'auth';
  const inPath = new Set(call.path.match(/(?<=:)\$?\w+/g));
  const parameters = [
    ...(bare ? [] : [versionParameter]),
    ...parametersOf(call.params, () => 'path'),
    ...parametersOf(call.query, (name) => (inPath.has(name) ? 'path' : 'query')),
  ];
  const hasBody = call.method !== 'GET' && Object.keys(call.body).length > 0 && !isNothing(call.body);
  return {
    operationId: call.id,
    summary: call.summary,
    tags: [call.area],
    'x-access': call.access,
    ...(call.access === 'anyone' && { security: [] }),
    parameters,
    ...(hasBody && {
      requestBody: { required: true, content: { 'application/json': { schema: call.body } } },
    }),
    responses: {
      200: {
        description: 'Done',
        content: { [call.file ?? 'application/json']: { schema: answerSchema(call) } },
      },
      default: errorAnswer,
    },
  };
}

function parametersOf(schema: Call['query'], place: (name: string) => 'path' | 'query'): object[] {
  return Object.entries(schema.properties).map(([name, property]) => {
    const where = place(name);
    const required = where === 'path' || (schema.required ?? []).includes(name);
    return { name, in: where, required, schema: property };
  });
}

/** What a call answers on the wire: tracking carries its own envelope, pairing and files have none (api.md 4, 5). */
export function answerSchema(call: Call): TSchema {
  if (!hasEnvelope(call)) return call.answer;
  return { type: 'object', required: ['data'], properties: { data: call.answer } };
}

/** Whether a call's answer stands under `data`. */
export function hasEnvelope(call: Call): boolean {
  return call.file === null && (call.area === 'rest' || call.area === 'auth');
}

function isNothing(schema: TSchema): boolean {
  const { type, properties } = schema as { type?: string; properties?: object };
  return type === 'object' && Object.keys(properties ?? {}).length === 0;
}
