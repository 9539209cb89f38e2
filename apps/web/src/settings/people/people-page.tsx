import { Button, Input, makeStyles } from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons/svg/search';
import { colours, useFormats, useTexts } from '@stint/ui';
import { useState } from 'react';
import { FilterMenu } from '../../components/filter-menu.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { SkeletonRows } from '../../components/skeleton.tsx';
import { StateMessage } from '../../components/state-message.tsx';
import { peopleTexts } from '../../texts/people/texts.ts';
import { AdministratorsOnly } from '../administrators-only.tsx';
import { AddPeople } from './add-people.tsx';
import { Groups } from './groups.tsx';
import { countedOf, filterPeople, type Person, ROLES } from './people.ts';
import { PeopleTable } from './people-table.tsx';
import { usePeople } from './use-people.ts';

/** More rows than anybody reads; the search narrows. */
const MOST_ROWS = 200;

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', paddingBottom: '12px' },
  search: { width: '260px', '@media (max-width: 720px)': { width: '100%' } },
  counts: { color: colours.dim, marginLeft: 'auto' },
  more: { margin: '8px 0 0', color: colours.dim },
});

/** Settings > Users and roles. */
export function PeopleSettings() {
  return (
    <AdministratorsOnly>
      <People />
      <Groups />
    </AdministratorsOnly>
  );
}

function People() {
  const texts = useTexts(peopleTexts);
  const people = usePeople();
  const [isAdding, setAdding] = useState(false);
  return (
    <Panel
      action={
        <Button appearance="primary" onClick={() => setAdding(true)}>
          {texts.addPeople}
        </Button>
      }
      hint={texts.peopleHint}
      title={texts.people}
    >
      <Loaded
        query={people}
        skeleton={<SkeletonRows label={texts.loadingPeople} rows={8} />}
        what={texts.thePeople}
      >
        {(found) => <PeopleList people={found} />}
      </Loaded>
      {isAdding && <AddPeople onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function PeopleList({ people }: { readonly people: readonly Person[] }) {
  const styles = useStyles();
  const texts = useTexts(peopleTexts);
  const formats = useFormats();
  const [search, setSearch] = useState('');
  const [roles, setRoles] = useState<readonly string[]>([]);
  const found = filterPeople(people, { search, roles });
  const counted = countedOf(people);
  const counts = { counted: formats.number(counted), others: formats.number(people.length - counted) };
  return (
    <>
      <div className={styles.tools}>
        <Input
          aria-label={texts.search}
          className={styles.search}
          contentBefore={<Search16Regular />}
          onChange={(_, { value }) => setSearch(value)}
          placeholder={texts.search}
          type="search"
          value={search}
        />
        <FilterMenu
          chosen={roles}
          name={texts.role}
          onChange={setRoles}
          options={ROLES.map((role) => ({ id: role, name: role }))}
        />
        <span className={styles.counts} title={texts.notCountedHint}>
          {texts.counts(counts)}
        </span>
      </div>
      {found.length === 0 ? (
        <StateMessage text={texts.nobodyHint} title={texts.nobody} />
      ) : (
        <PeopleTable everyone={people} people={found.slice(0, MOST_ROWS)} />
      )}
      {found.length > MOST_ROWS && (
        <p className={styles.more}>{texts.more({ count: found.length - MOST_ROWS })}</p>
      )}
    </>
  );
}
