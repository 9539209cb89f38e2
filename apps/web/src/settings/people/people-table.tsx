import { makeStyles, Select } from '@fluentui/react-components';
import { useTexts } from '@stint/ui';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { PersonChip } from '../../components/person-chip.tsx';
import { peopleTexts } from '../../texts/people/texts.ts';
import { APPROVAL_PARTS, approversAmong, type Person, ROLES } from './people.ts';
import { PersonMenu } from './person-menu.tsx';
import { useChangePerson } from './use-change-person.ts';
import { useQuietSelect } from './use-quiet-select.ts';

const useStyles = makeStyles({
  person: {
    padding: '4px 0',
    minWidth: '150px',
    maxWidth: '24vw',
    '@media (max-width: 720px)': { maxWidth: 'calc(100% - 48px)' },
  },
});

const PART_NAMES = { none: 'partNone', manager: 'partManager', global: 'partGlobal' } as const;

interface PeopleTableProps {
  readonly people: readonly Person[];
  /** All whom one may name as approver. */
  readonly everyone: readonly Person[];
}

/** People with their roles and their part in approvals, each of which can be changed where it stands. */
export function PeopleTable({ people, everyone }: PeopleTableProps) {
  const styles = useStyles();
  const quiet = useQuietSelect();
  const texts = useTexts(peopleTexts);
  const change = useChangePerson();
  const approvers = approversAmong(everyone);
  const columns: Column<Person>[] = [
    {
      key: 'person',
      title: texts.person,
      cell: ({ id, name, email, uniqueName }) => (
        <div className={styles.person}>
          <PersonChip detail={email || uniqueName} id={id} name={name} />
        </div>
      ),
    },
    {
      key: 'role',
      title: texts.role,
      cell: (person) => (
        <Select
          aria-label={texts.roleOf({ name: person.name })}
          className={quiet.select}
          onChange={(_, { value }) => {
            const role = ROLES.find((each) => each === value);
            if (role) change({ kind: 'role', person, role });
          }}
          value={person.role}
        >
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {role === 'None' ? texts.roleNone : role}
            </option>
          ))}
        </Select>
      ),
    },
    {
      key: 'part',
      title: texts.approves,
      cell: (person) => (
        <Select
          aria-label={texts.approvesOf({ name: person.name })}
          className={quiet.select}
          onChange={(_, { value }) => {
            const part = APPROVAL_PARTS.find((each) => each === value);
            if (part) change({ kind: 'part', person, part });
          }}
          value={person.part}
        >
          {APPROVAL_PARTS.map((part) => (
            <option key={part} value={part}>
              {texts[PART_NAMES[part]]}
            </option>
          ))}
        </Select>
      ),
    },
    {
      key: 'approver',
      title: texts.approvedBy,
      cell: (person) => (
        <Select
          aria-label={texts.approverOf({ name: person.name })}
          className={quiet.select}
          onChange={(_, { value }) =>
            change({ kind: 'approver', person, approverId: value === '' ? null : value })
          }
          value={person.approverId ?? ''}
        >
          <option value="">{texts.anyGlobal}</option>
          {approvers
            .filter(({ id }) => id !== person.id)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </Select>
      ),
    },
    {
      key: 'act',
      title: texts.acts,
      isTitleHidden: true,
      isAtEnd: true,
      cell: (person) => <PersonMenu person={person} />,
    },
  ];
  return (
    <DataTable columns={columns} keyOf={({ id }) => id} label={texts.people} rows={people} isStackedOnPhone />
  );
}
