import { type Fault, validatorOf } from '@stint/contract';
import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Refusal } from '../refusal.ts';

/** Reads leniently and checks strictly; one compiled validator per schema (api.md 3.3). */
export function validatorCompiler(): FastifySchemaCompiler<TSchema> {
  const known = new WeakMap<TSchema, ReturnType<typeof validatorOf>>();
  return ({ schema, httpPart }) => {
    const validate = known.get(schema) ?? validatorOf(schema);
    known.set(schema, validate);
    return (given: unknown) => {
      const result = validate(given ?? (httpPart === 'body' ? {} : given));
      return result.ok
        ? { value: result.value }
        : { error: refusalOfFault(result.fault, httpPart ?? 'body') };
    };
  };
}

/** A wrong part of the address is ApiVersionError, a wrong part of the body DbValidationError (api.md 1, 3.1). */
export function refusalOfFault(fault: Fault, part: string): Refusal {
  const where = fault.field === '' ? (part === 'body' ? 'The body' : 'The address') : fault.field;
  if (part === 'body') return new Refusal('DbValidationError', `${where} ${fault.message}.`);
  return new Refusal('ApiVersionError', `${where} ${fault.message}.`);
}
