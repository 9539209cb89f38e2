import { Button, Checkbox, makeStyles } from '@fluentui/react-components';
import { colours, useFormats, useTexts } from '@stint/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { FilterMenu } from '../components/filter-menu.tsx';
import { KeyHints } from '../components/key-hints.tsx';
import { Loaded } from '../components/loaded.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { StateMessage } from '../components/state-message.tsx';
import { byChord, useRowKeys } from '../components/use-row-keys.ts';
import { approvalsTexts } from '../texts/approvals/texts.ts';
import { ActButton } from './act-button.tsx';
import { keyOfWeek, type ManagedWeek } from './managed-week.ts';
import { actsFor, actsForAll, type ManagerAct } from './manager-acts.ts';
import { RefusedWeeks } from './refused-weeks.tsx';
import { RejectDialog } from './reject-dialog.tsx';
import { useDecide } from './use-decide.ts';
import { type ManagedList, useManagedWeeks } from './use-managed-weeks.ts';
import { WeekDetail } from './week-detail.tsx';
import { moveLine, WEEK_KEYS, WEEK_ROWS } from './week-keys.ts';
import { WeekSection } from './week-section.tsx';
import { groupByWeek, peopleOf } from './week-groups.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '14px' },
  panel: { border: `1px solid ${colours.line}`, borderRadius: '8px', backgroundColor: colours.panel },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', minHeight: '32px' },
  all: { marginLeft: '9px' },
  count: { color: colours.dim },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginLeft: 'auto' },
  more: { alignSelf: 'center' },
});

const route = getRouteApi('/signed-in/approvals/$list');

/** A list of people’s weeks with everything that a manager does with them, one by one and many at once. */
export function ManagedWeeks({ list }: { readonly list: ManagedList }) {
  const styles = useStyles();
  const texts = useTexts(approvalsTexts);
  const formats = useFormats();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useManagedWeeks(list);
  const { decide, refused } = useDecide(list);
  const [people, setPeople] = useState<readonly string[]>([]);
  const [chosenKeys, setChosenKeys] = useState<ReadonlySet<string>>(new Set());
  const [rejecting, setRejecting] = useState<readonly ManagedWeek[] | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const all = useMemo(() => query.data?.pages.flat() ?? [], [query.data]);
  const weeks = useMemo(
    () => (people.length === 0 ? all : all.filter(({ person }) => people.includes(person.id))),
    [all, people],
  );
  const chosen = weeks.filter(({ key }) => chosenKeys.has(key));
  const open = search.person && search.week ? keyOfWeek(search.person, search.week) : null;
  const close = () => void navigate({ search: {}, replace: true });

  const act = (name: ManagerAct, about: readonly ManagedWeek[]) => {
    if (name === 'reject') return setRejecting(about);
    setChosenKeys(new Set());
    decide({ act: name, weeks: about, comment: '' });
  };
  const byKey = (name: ManagerAct) => (stop: HTMLElement) => {
    const week = weeks.find(({ key }) => key === stop.dataset['week']);
    if (week && actsFor(week).includes(name)) act(name, [week]);
  };
  const choose = (keys: readonly string[], isChosen: boolean) =>
    setChosenKeys((before) => {
      const after = new Set(before);
      for (const key of keys) {
        if (isChosen) after.add(key);
        else after.delete(key);
      }
      return after;
    });
  const toggle = ({ dataset: { week = '' } }: HTMLElement) => choose([week], !chosenKeys.has(week));
  useRowKeys(box, {
    ...WEEK_ROWS,
    acts: byChord([
      [WEEK_KEYS.approve, byKey('approve')],
      [WEEK_KEYS.reject, byKey('reject')],
      [WEEK_KEYS.choose, toggle],
    ]),
  });

  const total = formats.length(chosen.reduce((sum, week) => sum + week.lengthSeconds, 0));
  return (
    <>
      {refused && <RefusedWeeks refused={refused} />}
      <Loaded
        query={query}
        skeleton={
          <div className={styles.panel}>
            <SkeletonRows label={texts.loading} rows={8} />
          </div>
        }
        what={texts.theWeeks}
      >
        {() =>
          all.length === 0 ? (
            <div className={styles.panel}>
              <StateMessage text={texts[`${list}EmptyHint`]} title={texts[`${list}Empty`]} />
            </div>
          ) : (
            <div className={styles.list} ref={box}>
              <div className={styles.bar}>
                <Checkbox
                  aria-label={texts.chooseAll}
                  checked={chosen.length === 0 ? false : chosen.length === weeks.length || 'mixed'}
                  className={styles.all}
                  onChange={(_, { checked }) =>
                    choose(
                      weeks.map(({ key }) => key),
                      checked === true,
                    )
                  }
                />
                <FilterMenu
                  chosen={people}
                  name={texts.people}
                  onChange={setPeople}
                  options={peopleOf(all)}
                />
                <span className={styles.count} role="status">
                  {chosen.length > 0
                    ? texts.chosen({ count: chosen.length, length: total })
                    : texts.listed({ count: weeks.length })}
                </span>
                <div className={styles.acts}>
                  {actsForAll(chosen)
                    .filter((name) => name !== 'reopen' || list !== 'pending')
                    .map((name) => (
                      <ActButton
                        act={name}
                        isMain={name === 'approve'}
                        key={name}
                        onAct={() => act(name, chosen)}
                        {...(name === 'approve' && { count: chosen.length })}
                      />
                    ))}
                </div>
              </div>
              {groupByWeek(weeks).map((group) => (
                <WeekSection
                  chosen={chosenKeys}
                  group={group}
                  key={group.start}
                  onAct={(name, week) => act(name, [week])}
                  onChoose={choose}
                  showsState={list === 'archived'}
                />
              ))}
              {query.hasNextPage && (
                <Button
                  className={styles.more}
                  disabled={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {query.isFetchingNextPage ? texts.loadingMore : texts.loadMore}
                </Button>
              )}
            </div>
          )
        }
      </Loaded>
      {all.length > 0 && (
        <KeyHints
          hints={[
            moveLine(texts.keyMove),
            { keys: WEEK_KEYS.open, name: texts.keyOpen },
            { keys: WEEK_KEYS.choose, name: texts.keyChoose },
            ...(list === 'pending'
              ? [
                  { keys: WEEK_KEYS.approve, name: texts.approve },
                  { keys: WEEK_KEYS.reject, name: texts.reject },
                ]
              : []),
          ]}
        />
      )}
      {open !== null && search.person && search.week && (
        <WeekDetail
          key={open}
          onAct={(name, week) => {
            if (name !== 'reject') close();
            act(name, [week]);
          }}
          onClose={close}
          onStep={(step) => {
            const next = weeks[weeks.findIndex(({ key }) => key === open) + step];
            if (next) void navigate({ search: { person: next.person.id, week: next.start }, replace: true });
          }}
          personId={search.person}
          start={search.week}
        />
      )}
      {rejecting && (
        <RejectDialog
          onClose={() => setRejecting(null)}
          onReject={(comment) => {
            setChosenKeys(new Set());
            close();
            decide({ act: 'reject', weeks: rejecting, comment });
          }}
          weeks={rejecting}
        />
      )}
    </>
  );
}
