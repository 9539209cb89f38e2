import { Button, makeStyles, Select } from '@fluentui/react-components';
import type { Group } from '@stint/contract';
import { colours, useTexts } from '@stint/ui';
import { Loaded } from '../../components/loaded.tsx';
import { PersonChip } from '../../components/person-chip.tsx';
import { Row, RowList } from '../../components/row-list.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { SkeletonRows } from '../../components/skeleton.tsx';
import { peopleTexts } from '../../texts/people/texts.ts';
import { useGroupCommands, useMembers } from './use-groups.ts';
import { usePeople } from './use-people.ts';

const useStyles = makeStyles({ hint: { margin: '0 0 8px', color: colours.dim } });

/** Who is in a group; members of a group of Stint’s own come and go here. */
export function GroupMembers({ group, onClose }: { readonly group: Group; readonly onClose: () => void }) {
  const styles = useStyles();
  const texts = useTexts(peopleTexts);
  const run = useGroupCommands();
  const members = useMembers(group.id);
  const people = usePeople();
  const isOurs = group.source === 'stint';
  const ids = new Set(members.data?.map(({ id }) => id));
  const others = (people.data ?? []).filter(({ id }) => !ids.has(id));
  return (
    <SidePanel onClose={onClose} title={group.name}>
      <p className={styles.hint}>{isOurs ? texts.membersHint : texts.membersElsewhere}</p>
      {isOurs && (
        <Select
          aria-label={texts.addMember}
          onChange={(_, { value }) => {
            if (value !== '') run({ kind: 'add', group, personId: value });
          }}
          value=""
        >
          <option value="">{texts.addMember}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <Loaded
        query={members}
        skeleton={<SkeletonRows label={texts.loadingPeople} rows={4} />}
        what={texts.thePeople}
      >
        {(found) =>
          found.length === 0 ? (
            <p className={styles.hint}>{texts.noMembers}</p>
          ) : (
            <RowList label={texts.members}>
              {found.map(({ id, name, email }) => (
                <Row
                  action={
                    isOurs && (
                      <Button
                        aria-label={texts.removeMember({ name })}
                        onClick={() => run({ kind: 'remove', group, personId: id })}
                        size="small"
                      >
                        {texts.remove}
                      </Button>
                    )
                  }
                  detail={email ?? ''}
                  key={id}
                  name={<PersonChip id={id} name={name} />}
                />
              ))}
            </RowList>
          )
        }
      </Loaded>
    </SidePanel>
  );
}
