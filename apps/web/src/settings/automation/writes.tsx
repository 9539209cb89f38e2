import { makeStyles } from '@fluentui/react-components';
import type { WriteState } from '@stint/contract';
import { colours, type Formats, type Texts, useFormats, useTexts } from '@stint/ui';
import { useState } from 'react';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { SkeletonRows } from '../../components/skeleton.tsx';
import { StateFilter } from '../../components/state-filter.tsx';
import { StateMessage } from '../../components/state-message.tsx';
import type { texts as en } from '../../texts/automation/en.ts';
import { automationTexts } from '../../texts/automation/texts.ts';
import { useWrites, type Write } from './use-automation.ts';

const STATE_NAMES = {
  waiting: 'stateWaiting',
  failed: 'stateFailed',
  skipped: 'stateSkipped',
  done: 'stateDone',
} as const satisfies Record<WriteState, string>;
const STATES = Object.keys(STATE_NAMES) as WriteState[];

const useStyles = makeStyles({
  when: { whiteSpace: 'nowrap' },
  number: { color: colours.dim, fontVariantNumeric: 'tabular-nums' },
});

interface WritesProps {
  readonly project: string;
  readonly onClose: () => void;
}

/** The work items of a project that were written or are to be, with what became of it. */
export function Writes({ project, onClose }: WritesProps) {
  const styles = useStyles();
  const texts = useTexts(automationTexts);
  const formats = useFormats();
  const [state, setState] = useState<WriteState | null>(null);
  const writes = useWrites(project, state);
  const title = texts.writesOf({ project });
  const columns: Column<Write>[] = [
    {
      key: 'item',
      title: texts.workItem,
      cell: (write) => (
        <span>
          <span className={styles.number}>{write.workItemId}</span> {write.title}
        </span>
      ),
    },
    { key: 'outcome', title: texts.outcome, cell: (write) => outcomeText(write, texts, formats) },
    {
      key: 'tried',
      title: texts.lastTry,
      cell: ({ lastTry }) => (
        <span className={styles.when}>{lastTry === null ? '' : formats.dateTime(lastTry)}</span>
      ),
    },
  ];
  return (
    <SidePanel isWide onClose={onClose} title={title}>
      <StateFilter
        all={texts.stateAll}
        label={texts.state}
        onChange={setState}
        states={STATES.map((each) => [each, texts[STATE_NAMES[each]]] as const)}
        value={state}
      />
      <Loaded
        query={writes}
        skeleton={<SkeletonRows label={texts.loadingWrites} rows={8} />}
        what={texts.theWrites}
      >
        {(found) =>
          found.length === 0 ? (
            <StateMessage text={texts.noWritesHint} title={texts.noWrites} />
          ) : (
            <DataTable
              columns={columns}
              isStackedOnPhone
              keyOf={({ workItemId }) => String(workItemId)}
              label={title}
              rows={found}
            />
          )
        }
      </Loaded>
    </SidePanel>
  );
}

const OUTCOMES = {
  written: 'outcomeWritten',
  same: 'outcomeSame',
  noField: 'outcomeNoField',
  gone: 'outcomeGone',
} as const;

function outcomeText(
  { outcome, fault, isWaiting, nextTry }: Write,
  texts: Texts<typeof en>,
  formats: Formats,
): string {
  if (outcome === null) return texts.outcomeNone;
  if (outcome !== 'failed') return isWaiting ? texts.stateWaiting : texts[OUTCOMES[outcome]];
  const failed = texts.outcomeFailed({ reason: fault ?? '' });
  if (!isWaiting || nextTry === null) return failed;
  return `${failed} (${texts.nextTry({ when: formats.dateTime(nextTry) })})`;
}
