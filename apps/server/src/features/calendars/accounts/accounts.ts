import type { Dependencies } from '../../../dependencies.ts';
import { SealBrokenError } from '../../../vault/seal.ts';
import type { Vault } from '../../../vault/vault.ts';
import { CalendarFault, ConnectAgain } from '../fault.ts';
import type { Event, Range } from '../range.ts';
import { type AccountSource, sealOwnerOf } from '../store.ts';
import { type Account, createAccess } from './access.ts';
import { type Service, type Services, serviceNames } from './services.ts';

/** The calendars of connected accounts. */
export interface Accounts {
  /** CalendarFault when the account cannot be read now, ConnectAgain when not until it is connected again. */
  events(account: Omit<Account, 'service'>, range: Range): Promise<Event[]>;
  /** Gives back what an account had allowed, where the service takes it; what goes wrong is logged. */
  giveBack(source: AccountSource): Promise<void>;
}

export function createAccounts({
  services,
  vault,
  clock,
  log,
}: Pick<Dependencies, 'clock' | 'log'> & { services: Services; vault: Vault }): Accounts {
  const withAccess = createAccess({ vault, clock });

  return {
    async events(account, range) {
      const service = serviceOf(account.source);
      if (account.source.needsConnecting) throw new ConnectAgain(service.name);
      return withAccess({ ...account, service }, (token) => service.events(service.asking(token), range));
    },
    async giveBack(source) {
      if (source.needsConnecting) return;
      try {
        await serviceOf(source).oauth.revoke(vault.unseal(sealOwnerOf(source), source.sealedUrl));
      } catch (error) {
        if (!(error instanceof CalendarFault) && !(error instanceof SealBrokenError)) throw error;
        log.warn({ service: source.kind, reason: error.message }, 'access to a calendar was not given back');
      }
    },
  };

  function serviceOf({ kind }: AccountSource): Service {
    const service = services.get(kind);
    if (service) return service;
    throw new CalendarFault(`${serviceNames[kind]} is not set up on this server any more`);
  }
}
