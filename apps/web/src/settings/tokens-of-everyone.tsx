import { makeStyles } from '@fluentui/react-components';
import type { AnswerOf, calls } from '@stint/contract';
import { colours, useFormats, useTexts } from '@stint/ui';
import { useSession } from '../api/session.ts';
import { Confirm } from '../components/confirm.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { Panel } from '../components/panel.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { settingsTexts } from '../texts/settings/texts.ts';
import { useRevokeToken, useTokensOfEveryone } from './use-tokens.ts';

type Token = AnswerOf<typeof calls.listTokens>[number];

const useStyles = makeStyles({ none: { margin: 0, color: colours.dim } });

/** The API tokens of everyone else, for administrators: whose they are, whether they are used, and a way to end them. */
export function TokensOfEveryone() {
  const styles = useStyles();
  const texts = useTexts(settingsTexts);
  const formats = useFormats();
  const { user } = useSession();
  const tokens = useTokensOfEveryone();
  const revoke = useRevokeToken();
  const columns: Column<Token>[] = [
    { key: 'owner', title: texts.tokenOwner, cell: ({ userName }) => userName },
    { key: 'name', title: texts.tokenName, cell: ({ name }) => name },
    { key: 'created', title: texts.tokenCreated, cell: ({ created }) => formats.date(created) },
    { key: 'expires', title: texts.tokenExpires, cell: ({ expires }) => formats.date(expires) },
    {
      key: 'used',
      title: texts.tokenLastUsed,
      cell: ({ lastUsed }) => (lastUsed === null ? texts.notUsedYet : formats.dateTime(lastUsed)),
    },
    {
      key: 'act',
      title: texts.act,
      isTitleHidden: true,
      isAtEnd: true,
      cell: ({ id, name, userName }) => (
        <Confirm
          act={texts.revoke}
          label={texts.revokeName({ name, owner: userName })}
          name={texts.revoke}
          onConfirm={() => revoke.mutate(id)}
          text={texts.revokeText({ name })}
          title={texts.revokeTitle}
        />
      ),
    },
  ];
  return (
    <Panel hint={texts.allTokensHint} title={texts.allTokens}>
      <Loaded
        query={tokens}
        skeleton={<SkeletonRows label={texts.loadingTokens} rows={3} />}
        what={texts.allTokensLoaded}
      >
        {(found) => {
          const others = found.filter(({ userId }) => userId !== user.id);
          if (others.length === 0) return <p className={styles.none}>{texts.noOtherTokens}</p>;
          return <DataTable columns={columns} keyOf={({ id }) => id} label={texts.allTokens} rows={others} />;
        }}
      </Loaded>
    </Panel>
  );
}
