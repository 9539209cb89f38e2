import {
  type DesktopChannel,
  type DesktopRelease,
  type DesktopTarget,
  releaseFilePath,
  releasePath,
} from '@stint/contract';
import { type ClockPort, DiskFullError } from '../ports.ts';
import { readOffer } from './offer.ts';
import { type UpdateEvent, type UpdateState, updateStep } from './updates.ts';

/** What updating needs of the computer. */
export interface UpdatePort {
  /** What kind of package this app was installed from; null when it cannot be updated, as from a clone. */
  readonly target: DesktopTarget | null;
  /** The version that runs. */
  readonly version: string;
  /** Whether the project signed this text; the signature is Base64. */
  readonly isSigned: (text: string, signature: string) => boolean;
  /** Loads the file of a release. Rejects with DamagedFileError when it is not what was signed, with DiskFullError, or when the server does not answer. */
  readonly load: (url: string, release: DesktopRelease) => Promise<void>;
  /** Puts what was loaded in place and starts the app anew. */
  readonly install: (release: DesktopRelease) => Promise<void>;
}

/** A loaded file is not the one that was signed. */
export class DamagedFileError extends Error {
  constructor() {
    super('The file is not the one that was signed.');
    this.name = 'DamagedFileError';
  }
}

export interface UpdateFlowParts {
  readonly port: UpdatePort;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Pick<ClockPort, 'after'>;
  /** The server of the active organization, which is asked; null while none is paired. */
  readonly server: () => string | null;
  readonly channel: () => DesktopChannel;
  readonly isTracking: () => boolean;
  readonly changed: () => void;
}

export interface UpdateFlow {
  readonly state: () => UpdateState;
  readonly tell: (event: UpdateEvent) => void;
  /** Asks now. */
  readonly check: () => Promise<void>;
  readonly close: () => void;
}

const FIRST_MILLISECONDS = 60_000;
const EVERY_MILLISECONDS = 6 * 3_600_000;
const ASK_MILLISECONDS = 15_000;

/** Asks for newer versions a minute after the start and every six hours, loads them, and installs them when the person agreed. */
export function createUpdateFlow(parts: UpdateFlowParts): UpdateFlow {
  const { port, clock } = parts;
  let state: UpdateState = { kind: 'none' };
  let loaded: DesktopRelease | null = null;
  let isBusy = false;

  const tell = (event: UpdateEvent) => {
    const next = updateStep(state, event, parts.isTracking());
    if (next === state) return;
    const isNow = next.kind === 'installing' && state.kind !== 'installing';
    state = next;
    parts.changed();
    if (isNow) void install();
  };

  async function install(): Promise<void> {
    try {
      if (loaded !== null) await port.install(loaded);
    } catch (error) {
      loaded = null;
      tell({ type: 'failed', reason: reasonOf(error, 'notInstalled') });
    }
  }

  async function ask(server: string, target: DesktopTarget): Promise<void> {
    const signal = AbortSignal.timeout(ASK_MILLISECONDS);
    const url = `${server}${releasePath(parts.channel(), target)}`;
    const answer = await parts.fetch(url, { redirect: 'error', signal });
    // A server of an earlier release, or one without releases.
    if (answer.status !== 200) return;
    const version = loaded?.version ?? port.version;
    const { isSigned } = port;
    const body: unknown = await answer.json().catch(() => null);
    const offer = readOffer(body, { version, target, channel: parts.channel(), isSigned });
    if (offer.kind === 'untrusted') return tell({ type: 'failed', reason: 'badSignature' });
    if (offer.kind === 'nothing') return;
    const { release } = offer;
    tell({ type: 'found', version: release.version });
    await port.load(`${server}${releaseFilePath(release.file)}`, release);
    loaded = release;
    tell({ type: 'loaded', version: release.version });
  }

  async function check(): Promise<void> {
    const server = parts.server();
    if (isBusy || server === null || port.target === null || state.kind === 'installing') return;
    isBusy = true;
    try {
      await ask(server, port.target);
    } catch (error) {
      tell({ type: 'failed', reason: reasonOf(error, 'unreachable') });
    } finally {
      isBusy = false;
    }
  }

  const again = (milliseconds: number): (() => void) =>
    clock.after(milliseconds, () => {
      end = again(EVERY_MILLISECONDS);
      void check();
    });
  let end = port.target === null ? () => undefined : again(FIRST_MILLISECONDS);
  return { state: () => state, tell, check, close: () => end() };
}

function reasonOf(
  error: unknown,
  otherwise: 'unreachable' | 'notInstalled',
): Extract<UpdateState, { kind: 'failed' }>['reason'] {
  if (error instanceof DiskFullError) return 'diskFull';
  return error instanceof DamagedFileError ? 'badSignature' : otherwise;
}
