import type { FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.ts';

/** The refusal of an address behind which nothing is. */
export function nothingHere({ method, url }: Pick<FastifyRequest, 'method' | 'url'>): Refusal {
  return new Refusal('EntityNotFound', `There is no ${method} ${pathOf(url).slice(0, 200)} here.`);
}

/** The address without its query, which may hold secrets. */
export function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url;
}
