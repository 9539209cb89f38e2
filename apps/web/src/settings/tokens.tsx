import { useFormats, useTexts } from '@stint/ui';
import { Confirm } from '../components/confirm.tsx';
import { LoadFault } from '../components/load-fault.tsx';
import { Panel } from '../components/panel.tsx';
import { Row, RowList } from '../components/row-list.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { StateMessage } from '../components/state-message.tsx';
import { settingsTexts } from '../texts/settings/texts.ts';
import { AddTokenForm } from './add-token-form.tsx';
import { useRevokeToken, useTokens } from './use-tokens.ts';

/** The API tokens: make one, see all, revoke one. */
export function Tokens() {
  const texts = useTexts(settingsTexts);
  const formats = useFormats();
  const tokens = useTokens();
  const revoke = useRevokeToken();
  return (
    <Panel hint={texts.tokensHint} title={texts.tokens}>
      <AddTokenForm />
      {tokens.isPending && <SkeletonRows label={texts.loadingTokens} rows={2} />}
      {tokens.isError && (
        <LoadFault error={tokens.error} onRetry={() => void tokens.refetch()} what={texts.yourTokens} />
      )}
      {tokens.data?.length === 0 && <StateMessage text={texts.noTokensHint} title={texts.noTokens} />}
      {tokens.data && tokens.data.length > 0 && (
        <RowList label={texts.tokens}>
          {tokens.data.map((token) => (
            <Row
              action={
                <Confirm
                  act={texts.revoke}
                  onConfirm={() => revoke.mutate(token.id)}
                  text={texts.revokeText({ name: token.name })}
                  title={texts.revokeTitle}
                  name={texts.revoke}
                />
              }
              detail={`${texts.expires({ date: formats.date(token.expires) })} · ${token.lastUsed ? texts.lastUsed({ when: formats.dateTime(token.lastUsed) }) : texts.notUsedYet}`}
              key={token.id}
              name={token.name}
            />
          ))}
        </RowList>
      )}
    </Panel>
  );
}
