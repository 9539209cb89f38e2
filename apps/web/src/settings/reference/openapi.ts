/** The part of OpenAPI 3.1 that Stint's own document uses. */
export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
}

export interface OpenApiOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters: readonly OpenApiParameter[];
  readonly requestBody?: OpenApiContent;
  readonly responses: Readonly<Record<string, OpenApiContent>>;
}

export interface OpenApiParameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: JsonSchema;
}

interface OpenApiContent {
  readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>;
}

export interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** One call of the reference. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly area: string;
  readonly parameters: readonly OpenApiParameter[];
  readonly body: JsonSchema | null;
  readonly answer: JsonSchema | null;
}

/** In which order the calls of one address stand. */
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const rankOf = (method: string) => METHODS.indexOf(method);

/** All calls of a document, addresses in its order, what reads first. */
export function operationsOf(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .toSorted(([one], [other]) => rankOf(one) - rankOf(other))
      .map(([method, operation]) => ({
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        summary: operation.summary,
        area: operation.tags[0] ?? '',
        parameters: operation.parameters,
        body: schemaOf(operation.requestBody),
        answer: schemaOf(operation.responses['200']),
      })),
  );
}

function schemaOf(content: OpenApiContent | undefined): JsonSchema | null {
  return Object.values(content?.content ?? {})[0]?.schema ?? null;
}

/** The calls whose address, method or summary has all words of `text`. */
export function findOperations(operations: readonly Operation[], text: string): Operation[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return operations.filter((operation) => {
    const about = `${operation.method} ${operation.path} ${operation.summary} ${operation.id}`.toLowerCase();
    return words.every((word) => about.includes(word));
  });
}

/** The type of a schema in a few words: `text`, `whole number or nothing`. */
export function typeText(schema: JsonSchema): string {
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeText))].join(' or ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' or ');
  if (schema.type === 'array') return `list of ${typeText(schema.items ?? {})}`;
  return schema.format === 'uuid' ? 'GUID' : (schema.type ?? 'anything');
}

/** An example value of a schema, to begin a request with: required fields only. */
export function exampleOf(schema: JsonSchema): unknown {
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  const first = schema.anyOf?.[0];
  if (first) return exampleOf(first);
  if (schema.type === 'object') {
    const names = schema.required ?? Object.keys(schema.properties ?? {});
    return Object.fromEntries(names.map((name) => [name, exampleOf(schema.properties?.[name] ?? {})]));
  }
  if (schema.type === 'array') return [exampleOf(schema.items ?? {})];
  if (schema.type === 'integer' || schema.type === 'number') return 0;
  if (schema.type === 'boolean') return false;
  return '';
}

/** The address of a try: path parameters filled in, query options that have a value appended. */
export function addressOfTry(operation: Operation, values: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams();
  let path = operation.path;
  for (const { name, in: place } of operation.parameters) {
    const value = values[name] ?? '';
    if (place === 'path') path = path.replace(`{${name}}`, encodeURIComponent(value));
    else if (value !== '') query.set(name, value);
  }
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
