import { Button, Field, makeStyles, Select } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { SkeletonRows } from '../../components/skeleton.tsx';
import { transferTexts } from '../../texts/transfer/texts.ts';
import { ErasePerson } from '../people/erase-person.tsx';
import type { Person } from '../people/people.ts';
import { usePeople } from '../people/use-people.ts';
import { Download } from './download.tsx';

const useStyles = makeStyles({
  person: { maxWidth: '360px', marginBottom: '12px' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'flex-start' },
  effect: { margin: '0 0 8px', color: colours.dim, maxWidth: '76ch' },
});

/** Exports everything that is kept about a person, or erases the person for good. */
export function OnePerson() {
  const texts = useTexts(transferTexts);
  const people = usePeople();
  return (
    <Panel hint={texts.personHint} title={texts.personTitle}>
      <Loaded
        query={people}
        skeleton={<SkeletonRows label={texts.loadingPeople} rows={3} />}
        what={texts.thePeople}
      >
        {(found) => <PersonForm people={found} />}
      </Loaded>
    </Panel>
  );
}

function PersonForm({ people }: { readonly people: readonly Person[] }) {
  const styles = useStyles();
  const texts = useTexts(transferTexts);
  const { user } = useSession();
  const [id, setId] = useState('');
  const [isErasing, setErasing] = useState(false);
  const person = people.find((each) => each.id === id) ?? null;
  const isSelf = id === user.id;
  return (
    <>
      <Field className={styles.person} label={texts.person}>
        <Select onChange={(_, { value }) => setId(value)} value={person ? id : ''}>
          <option value="">{texts.choosePerson}</option>
          {people.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </Select>
      </Field>
      <p className={styles.effect}>{texts.exportPersonEffect}</p>
      <div className={styles.acts}>
        <Download
          act={texts.exportPerson}
          address={`/api/rest/users/${id}/export?api-version=3.2`}
          isDisabled={!person}
          key={id}
        />
        <Button disabled={!person || isSelf} onClick={() => setErasing(true)}>
          {texts.erase}
        </Button>
      </div>
      {isSelf && <p className={styles.effect}>{texts.eraseSelf}</p>}
      {isErasing && person && <ErasePerson onClose={() => setErasing(false)} person={person} />}
    </>
  );
}
