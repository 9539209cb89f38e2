import type { Note } from '../../core/app/view.ts';
import type { Connection, Trouble } from '../../core/connection/connection.ts';
import type { UpdateFault } from '../../core/updates/updates.ts';
import type { DesktopTexts } from '../texts/texts.ts';

/** Why the server cannot be worked with, and that nothing is lost. */
export function connectionText(
  { trouble, message }: Extract<Connection, { kind: 'waiting' }>,
  waiting: number,
  texts: DesktopTexts,
): string {
  const table: Readonly<Record<Trouble, string>> = {
    unreachable: texts.offline,
    slowDown: texts.slowDown,
    maintenance: message ?? texts.maintenance,
    readOnly: message ?? texts.readOnly,
    fault: texts.serverFault,
  };
  return waiting === 0 ? table[trouble] : `${table[trouble]} ${texts.changesWait({ count: waiting })}`;
}

/** Why the last track was stopped (`stoppedTrackType` of api.md 4). */
export function stoppedText(type: number, texts: DesktopTexts): string {
  const table = new Map([
    [1, texts.stoppedByCheck],
    [2, texts.stoppedByConnection],
    [3, texts.stoppedByComputer],
    [4, texts.stoppedByLength],
  ]);
  return table.get(type) ?? texts.stoppedOtherwise;
}

/** What happened to the app itself. */
export function noteText(note: Note, texts: DesktopTexts): string {
  if (note.kind === 'damagedFile') return texts.damagedFile({ file: note.file });
  if (note.kind === 'diskFull') return texts.diskFull;
  return texts.clockSetBack({ minutes: Math.max(1, Math.round(note.by / 60_000)) });
}

/** Why an update did not come, where the person should know; one that cannot be loaded now is loaded later. */
export function updateFaultText(reason: UpdateFault, texts: DesktopTexts): string | null {
  if (reason === 'badSignature') return texts.updateBad;
  return reason === 'notInstalled' ? texts.updateNotInstalled : null;
}
