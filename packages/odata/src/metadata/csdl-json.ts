import type { Version } from '../http/executor.ts';
import type { EntitySet, Model } from '../model/model.ts';
import type { EnumType } from '../model/types.ts';
import { bindingsOf } from './bindings.ts';
import { containerAnnotations, setAnnotations } from './capabilities.ts';
import { annotationMembers, type JsonObject } from './csdl-json-annotations.ts';
import { structuredJson } from './csdl-json-types.ts';
import { type Schema, schemasOf, splitName } from './schemas.ts';
import { addressOf, vocabularies } from './vocabularies.ts';

/** The model as CSDL JSON 4.01. */
export function csdlJson<Context>(model: Model<Context>, version: Version): string {
  const references = vocabularies.map((vocabulary) => [
    addressOf(vocabulary, 'json'),
    { $Include: [{ $Namespace: vocabulary.namespace, $Alias: vocabulary.alias }] },
  ]);
  const schemas = schemasOf(model).map((schema) => [schema.namespace, schemaJson(model, schema)]);
  return JSON.stringify({
    $Version: version,
    $EntityContainer: model.container,
    $Reference: Object.fromEntries(references),
    ...Object.fromEntries(schemas),
  });
}

function schemaJson<Context>(model: Model<Context>, schema: Schema<Context>): JsonObject {
  const types = schema.types.map((type) => [
    splitName(type.name).name,
    type.kind === 'enum' ? enumJson(type) : structuredJson(type),
  ]);
  const container = schema.container === null ? {} : { [schema.container]: containerJson(model) };
  return { ...Object.fromEntries(types), ...container };
}

function enumJson(type: EnumType): JsonObject {
  return { $Kind: 'EnumType', $IsFlags: type.isFlags || undefined, ...type.members };
}

function containerJson<Context>(model: Model<Context>): JsonObject {
  const sets = Object.entries(model.sets).map(([name, set]) => [name, setJson(set)]);
  return {
    $Kind: 'EntityContainer',
    ...Object.fromEntries(sets),
    ...annotationMembers(containerAnnotations()),
  };
}

function setJson<Context>(set: EntitySet<Context>): JsonObject {
  const bindings = bindingsOf(set.type);
  return {
    $Collection: true,
    $Type: set.type.name,
    $NavigationPropertyBinding: Object.keys(bindings).length > 0 ? bindings : undefined,
    ...annotationMembers(setAnnotations(set)),
  };
}
