import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.ts';
import { jsonFaultPosition } from './json-fault.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether a body that is not JSON is handed over as the text it is. */
    takesText?: boolean;
  }
}

/**
 * Reads every body as JSON, whatever media type the client names (some name none, or text/plain, or a form). An empty
 * body is no body. Malformed JSON is 400 with the position, except where a text is asked for: there it may come bare.
 */
export function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (request, text, done) => {
    try {
      done(null, readJson(text.toString()));
    } catch (error) {
      if (asksForText(request)) done(null, text.toString().trim());
      else done(error as Error);
    }
  });
}

function asksForText({ routeOptions }: FastifyRequest): boolean {
  const body = routeOptions.schema?.body as { type?: string } | undefined;
  return routeOptions.config.takesText === true || body?.type === 'string';
}

/** Parses JSON; DbValidationError with status 400 and the position when it is malformed. */
function readJson(text: string): unknown {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (json.trim() === '') return undefined;
  return withinDepth(parseJson(json));
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    const where = describePosition(json, jsonFaultPosition(json));
    throw new Refusal('DbValidationError', `The body is not valid JSON ${where}.`, { status: 400 });
  }
}

/** Deeper than any call's body by far; what walks through values later on may do so by recursion. */
const DEEPEST = 64;

function withinDepth(value: unknown): unknown {
  if (isWithin(value, DEEPEST)) return value;
  throw new Refusal('DbValidationError', `The body is nested deeper than ${DEEPEST} levels.`, {
    status: 400,
  });
}

function isWithin(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== 'object') return true;
  return levels > 0 && Object.values(value).every((each) => isWithin(each, levels - 1));
}

/** Counted from 0 for programs, and by line and column from 1 for people. */
function describePosition(json: string, position: number): string {
  const before = json.slice(0, position);
  const line = before.split('\n').length;
  const column = position - before.lastIndexOf('\n');
  return `at position ${position} (line ${line}, column ${column})`;
}
