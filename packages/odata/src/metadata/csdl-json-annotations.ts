import { type AnnotationValue, type Annotations, isCollection } from './annotation.ts';

export type Json = string | number | boolean | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** Annotations as members of what they belong to (CSDL JSON 4.01, 14.2). */
export function annotationMembers(annotations: Annotations): JsonObject {
  return Object.fromEntries(
    Object.entries(annotations).map(([term, value]) => [`@${term}`, annotationJson(value)]),
  );
}

function annotationJson(value: AnnotationValue): Json {
  if (typeof value !== 'object' || isCollection(value)) return value;
  if (value.kind === 'enum') return value.member;
  return Object.fromEntries(Object.entries(value.values).map(([name, each]) => [name, annotationJson(each)]));
}
