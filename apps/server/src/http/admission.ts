import { setTimeout as sleep } from 'node:timers/promises';
import type { Access, Call } from '@stint/contract';
import { isAtLeast, type Role } from '@stint/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Organization, Organizations } from '../identity/organizations.ts';
import type { Principal, Principals } from '../identity/principals.ts';
import type { Quotas } from '../quotas/quotas.ts';
import { Refusal } from '../refusal.ts';
import { hostLabel, option } from './addresses.ts';
import { authenticate } from './credentials.ts';
import { DEPRECATION, readVersion, supportedVersions } from './versions.ts';

/** What is known of a request before its content is looked at. */
export interface Admitted {
  organization: Organization;
  principal: Principal | null;
  version: string;
}

export interface AdmissionDependencies {
  organizations: Organizations;
  principals: Principals;
  quotas: Quotas;
}

/** What a call says of who may make it, and when. */
export type Conditions = Pick<Call, 'area' | 'access' | 'effect' | 'duringMaintenance'>;

/** Lets a request in or refuses it: organization, version, credentials, role, operation state and quota, in this order. */
export async function admit(
  call: Call,
  request: FastifyRequest,
  reply: FastifyReply,
  { organizations, principals, quotas }: AdmissionDependencies,
): Promise<Admitted> {
  const version = call.area === 'auth' ? '3.2' : versionOf(call, request, reply);
  const organization = await organizations.resolve(
    request.raw.collection ?? null,
    hostLabel(request.headers.host),
  );
  const principal = call.access === 'anyone' ? null : await authenticate(request, organization, principals);
  await checkConditions(call, organization, principal, quotas);
  return { organization, principal, version };
}

/**
 * Role, operation state and quota, in this order, for every way in: REST, reports and the live hub. Throws the Refusal
 * of the first that fails.
 */
export async function checkConditions(
  conditions: Conditions,
  organization: Organization,
  principal: Principal | null,
  quotas: Quotas,
): Promise<void> {
  if (principal) checkRole(conditions, principal);
  const isMaintainer = conditions.duringMaintenance && principal?.role === 'Administrator';
  if (conditions.area !== 'auth' && !isMaintainer) checkOperation(conditions, organization);
  if (principal) await keepQuota(quotas, organization, principal);
}

function versionOf(call: Call, request: FastifyRequest, reply: FastifyReply): string {
  void reply.header('api-supported-versions', supportedVersions);
  const version = readVersion(call.area, option(request.query as Record<string, unknown>, 'api-version'));
  if (version.deprecated) void reply.header('deprecation', DEPRECATION);
  return version.name;
}

function checkRole(call: Conditions, principal: Principal): void {
  if (principal.role === 'None' && call.area !== 'auth') {
    throw new Refusal(
      'AccessDenied',
      'You have no role in this organization; an administrator can give you one.',
    );
  }
  const least = leastRole[call.access];
  if (least !== undefined && !isAtLeast(principal.role, least)) {
    throw new Refusal('AccessDenied', `This needs the role ${least}; yours is ${principal.role}.`);
  }
  const isManager = principal.isApprovalManager || principal.isGlobalApprovalManager;
  if (call.access === 'approvalManager' && !isManager) {
    throw new Refusal('AccessDenied', 'This is for approval managers; an administrator can make you one.');
  }
}

const leastRole: Partial<Record<Access, Role>> = {
  product: 'Product',
  budget: 'Budget',
  administrator: 'Administrator',
};

function checkOperation(call: Conditions, organization: Organization): void {
  const closed = closedFor(organization);
  if (closed !== null) throw closed;
  if (organization.settings.operation === 'readOnly' && call.effect === 'write') {
    throw new Refusal(
      'LicenseReadOnly',
      `${organization.name} is read-only; nothing can be changed now.${whyOf(organization)}`,
    );
  }
}

/** What everybody is answered during maintenance; null when there is none. */
export function closedFor(organization: Organization): Refusal | null {
  if (organization.settings.operation !== 'maintenance') return null;
  const sentence = `${organization.name} is in maintenance; please try later.`;
  return new Refusal('ApiDisabled', `${sentence}${whyOf(organization)}`);
}

function whyOf({ settings: { operationMessage } }: Organization): string {
  return operationMessage === '' ? '' : ` ${operationMessage}`;
}

async function keepQuota(quotas: Quotas, organization: Organization, principal: Principal): Promise<void> {
  const { exceeded, delayMilliseconds } = await quotas.take(
    organization.id,
    principal.id,
    organization.settings.quota,
  );
  if (exceeded !== null) {
    const { preset, requests, seconds, of, retryAfterSeconds } = exceeded;
    const limit = `${requests} requests in ${seconds} s per ${of} (quota "${preset}")`;
    throw new Refusal('QuoteExceededError', `More than ${limit}; try again in ${retryAfterSeconds} s.`, {
      retryAfter: retryAfterSeconds,
    });
  }
  if (delayMilliseconds > 0) await sleep(delayMilliseconds);
}
