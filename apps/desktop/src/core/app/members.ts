import type { Instant } from '@stint/domain';
import { createAuthorizedClient } from '../connection/authorized-client.ts';
import { withCollection, withServerTime } from '../connection/server-time.ts';
import { openJournal } from '../journal/journal.ts';
import { createOrganization, type Organization } from '../organizations/organization.ts';
import type { LivePort } from '../organizations/live.ts';
import { loadCopy, type ServerCopy } from '../organizations/server-copy.ts';
import type { ClockPort, FilePort } from '../ports.ts';
import type { Presence } from '../presence/presence.ts';
import { createWatch, type Watch } from '../presence/watch.ts';
import { readDocument, writeDocument } from '../journal/document.ts';
import { keepLive } from './keep-live.ts';
import { createLatest } from './latest.ts';
import type { Pairing, Pairings } from './pairings.ts';

/** A paired organization that is at work. */
export interface Member {
  readonly pairing: Pairing;
  readonly organization: Organization;
  readonly watch: Watch;
  readonly close: () => void;
}

export interface MemberParts {
  readonly files: FilePort;
  readonly fetch: typeof globalThis.fetch;
  readonly live: LivePort;
  readonly clock: ClockPort;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly random: () => number;
  /** IANA name of the computer's time zone. */
  readonly zone: () => string;
  readonly settings: () => { readonly idleAfter: number | null; readonly stopsOnLock: boolean };
  readonly heardServerTime: (serverNow: number) => void;
  readonly damaged: (file: string) => void;
  readonly changed: () => void;
}

/** Opens what is kept of a pairing and puts it to work; without tokens it shows that one has to pair again. */
export async function openMember(pairing: Pairing, pairings: Pairings, parts: MemberParts): Promise<Member> {
  const { files, clock, now, zone } = parts;
  const { id, address } = pairing;
  const { journal, damagedFile } = await openJournal(files, `${id}.journal`);
  if (damagedFile !== null) parts.damaged(damagedFile);
  const kept = await readDocument(files, `${id}.presence`);
  if (kept.damagedFile !== null) parts.damaged(kept.damagedFile);
  const copies = createLatest<ServerCopy>(clock, (copy) => writeDocument(files, `${id}.copy`, copy));
  const client = createAuthorizedClient({
    baseUrl: address.baseUrl,
    fetch: withServerTime(withCollection(parts.fetch, address.collection), parts.heardServerTime),
    tokens: pairings.tokensOf(id),
    save: (tokens) => pairings.saveTokens(id, tokens),
  });
  const organization = createOrganization({
    ...parts,
    client,
    journal,
    copy: await loadCopy(files, `${id}.copy`, zone(), parts.damaged),
    saveCopy: copies.save,
    presence: (kept.value as Presence | null) ?? { kind: 'here' },
    savePresence: (presence) => void writeDocument(files, `${id}.presence`, presence).catch(() => undefined),
  });
  const endLive = keepLive(parts.live, organization, {
    clock,
    baseUrl: address.baseUrl,
    collection: address.collection,
    authorization: client.authorization,
  });
  void organization.refresh();
  return {
    pairing,
    organization,
    watch: createWatch(organization, now),
    close: () => {
      endLive();
      organization.close();
      void copies.flush();
    },
  };
}

/** Removes what is kept of a pairing that was ended. */
export async function forgetMember(files: FilePort, id: string): Promise<void> {
  for (const part of ['journal', 'copy', 'presence']) await files.remove(`${id}.${part}`);
}
