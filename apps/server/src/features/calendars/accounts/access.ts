import type { Db } from '../../../http/asked.ts';
import type { Vault } from '../../../vault/vault.ts';
import { ConnectAgain } from '../fault.ts';
import { type AccountSource, markBroken, type Owner, replaceSealed, sealOwnerOf } from '../store.ts';
import { TokenRefused } from './request.ts';
import type { Service } from './services.ts';

/** Access tokens that one process remembers. */
const MOST = 500;
/** Milliseconds before its end at which an access token is not used any more. */
const MARGIN = 60_000;

/** A connected account, and where it is kept. */
export interface Account {
  db: Db;
  owner: Owner;
  source: AccountSource;
  service: Service;
}

interface Access {
  token: string;
  /** Epoch milliseconds. */
  until: number;
  /** What is kept of the refresh token that it came from: another one makes it worthless. */
  sealed: Buffer;
}

/** Asks with an account's access token, renewed where it has ended. ConnectAgain when the service gives none any more. */
export type WithAccess = <Answer>(
  account: Account,
  ask: (accessToken: string) => Promise<Answer>,
) => Promise<Answer>;

/** Access tokens stay in memory; refresh tokens, which services exchange now and then, are kept sealed. */
export function createAccess({ vault, clock }: { vault: Vault; clock: () => number }): WithAccess {
  const known = new Map<string, Access>();
  const underWay = new Map<string, Promise<Access>>();

  return async (account, ask) => {
    const { source, service } = account;
    const remembered = known.get(source.id);
    if (remembered && isGood(remembered, source)) {
      try {
        return await ask(remembered.token);
      } catch (error) {
        if (!(error instanceof TokenRefused)) throw error;
      }
    }
    const { token, sealed } = await renewed(account);
    try {
      return await ask(token);
    } catch (error) {
      if (!(error instanceof TokenRefused)) throw error;
      known.delete(source.id);
      await markBroken(account.db, account.owner, { id: source.id, sealed });
      throw new ConnectAgain(service.name);
    }
  };

  function isGood({ until, sealed }: Access, { sealedUrl }: AccountSource): boolean {
    return until > clock() && sealed.equals(sealedUrl);
  }

  /** Requests that come meanwhile wait for the same. */
  function renewed(account: Account): Promise<Access> {
    const { id, sealedUrl } = account.source;
    const key = `${id} ${sealedUrl.toString('base64')}`;
    const running = underWay.get(key);
    if (running) return running;
    const renewing = renew(account).finally(() => underWay.delete(key));
    underWay.set(key, renewing);
    return renewing;
  }

  async function renew({ db, owner, source, service }: Account): Promise<Access> {
    const { id, sealedUrl } = source;
    try {
      const used = vault.unseal(sealOwnerOf(source), sealedUrl);
      const { accessToken, lifetime, refreshToken } = await service.oauth.renew(used);
      const isNew = refreshToken !== null && refreshToken !== used;
      const sealed = isNew ? vault.seal(sealOwnerOf(source), refreshToken) : sealedUrl;
      if (isNew) await replaceSealed(db, owner, { id, before: sealedUrl, after: sealed });
      const access = { token: accessToken, until: clock() + lifetime * 1000 - MARGIN, sealed };
      remember(id, access);
      return access;
    } catch (error) {
      if (error instanceof ConnectAgain) await markBroken(db, owner, { id, sealed: sealedUrl });
      throw error;
    }
  }

  function remember(id: string, access: Access): void {
    known.delete(id);
    known.set(id, access);
    const [oldest] = known.keys();
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
  }
}
