import { Button, Select } from '@fluentui/react-components';
import type { Group } from '@stint/contract';
import { useFormats, useTexts } from '@stint/ui';
import { useState } from 'react';
import { Confirm } from '../../components/confirm.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { SkeletonRows } from '../../components/skeleton.tsx';
import { StateMessage } from '../../components/state-message.tsx';
import { peopleTexts } from '../../texts/people/texts.ts';
import { AddGroup } from './add-group.tsx';
import { GroupMembers } from './group-members.tsx';
import { ROLES } from './people.ts';
import { useQuietSelect } from './use-quiet-select.ts';
import { useGroupCommands, useGroups } from './use-groups.ts';

const SOURCE_NAMES = {
  stint: 'sourceStint',
  azureDevOps: 'sourceAzureDevOps',
  openid: 'sourceOpenid',
} as const;

/** Groups whose members have at least the role of the group. */
export function Groups() {
  const texts = useTexts(peopleTexts);
  const groups = useGroups();
  const [isAdding, setAdding] = useState(false);
  return (
    <Panel
      action={<Button onClick={() => setAdding(true)}>{texts.addGroup}</Button>}
      hint={texts.groupsHint}
      title={texts.groups}
    >
      <Loaded
        query={groups}
        skeleton={<SkeletonRows label={texts.loadingGroups} rows={2} />}
        what={texts.theGroups}
      >
        {(found) =>
          found.length === 0 ? (
            <StateMessage text={texts.noGroupsHint} title={texts.noGroups} />
          ) : (
            <GroupTable groups={found} />
          )
        }
      </Loaded>
      {isAdding && <AddGroup onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function GroupTable({ groups }: { readonly groups: readonly Group[] }) {
  const quiet = useQuietSelect();
  const texts = useTexts(peopleTexts);
  const formats = useFormats();
  const run = useGroupCommands();
  const [opened, setOpened] = useState<string | null>(null);
  const shown = groups.find(({ id }) => id === opened);
  const columns: Column<Group>[] = [
    { key: 'name', title: texts.group, cell: ({ name }) => name },
    { key: 'source', title: texts.membersFrom, cell: ({ source }) => texts[SOURCE_NAMES[source]] },
    {
      key: 'members',
      title: texts.members,
      cell: ({ id, name, memberCount }) => (
        <Button
          aria-label={texts.showMembers({ name, count: formats.number(memberCount) })}
          onClick={() => setOpened(id)}
          size="small"
        >
          {formats.number(memberCount)}
        </Button>
      ),
    },
    {
      key: 'role',
      title: texts.role,
      cell: (group) => (
        <Select
          aria-label={texts.roleOf({ name: group.name })}
          className={quiet.select}
          onChange={(_, { value }) => {
            const role = ROLES.find((each) => each === value);
            if (role) run({ kind: 'change', group, change: { role } });
          }}
          value={group.role.name}
        >
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {role === 'None' ? texts.groupRoleNone : role}
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
      cell: (group) => (
        <Confirm
          act={texts.deleteGroup}
          name={texts.delete}
          onConfirm={() => run({ kind: 'delete', group })}
          text={texts.deleteGroupText({ name: group.name })}
          title={texts.deleteGroupTitle}
        />
      ),
    },
  ];
  return (
    <>
      <DataTable
        columns={columns}
        isStackedOnPhone
        keyOf={({ id }) => id}
        label={texts.groups}
        rows={groups}
      />
      {shown && <GroupMembers group={shown} onClose={() => setOpened(null)} />}
    </>
  );
}
