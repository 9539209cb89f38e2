import { Confirm } from '../components/confirm.tsx';
import { LoadFault } from '../components/load-fault.tsx';
import { Panel } from '../components/panel.tsx';
import { Row, RowList } from '../components/row-list.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { StateMessage } from '../components/state-message.tsx';
import { dateText, dateTimeText } from '../components/when.ts';
import { AddTokenForm } from './add-token-form.tsx';
import { useRevokeToken, useTokens } from './use-tokens.ts';

/** The API tokens: make one, see all, revoke one. */
export function Tokens() {
  const tokens = useTokens();
  const revoke = useRevokeToken();
  return (
    <Panel hint="A token lets a script or a report work as you for one year." title="API tokens">
      <AddTokenForm />
      {tokens.isPending && <SkeletonRows label="Loading tokens" rows={2} />}
      {tokens.isError && (
        <LoadFault error={tokens.error} onRetry={() => void tokens.refetch()} what="Your tokens" />
      )}
      {tokens.data?.length === 0 && (
        <StateMessage
          text="Make one for each script or report, so that you can revoke them one by one."
          title="No tokens yet"
        />
      )}
      {tokens.data && tokens.data.length > 0 && (
        <RowList label="API tokens">
          {tokens.data.map((token) => (
            <Row
              action={
                <Confirm
                  act="Revoke"
                  onConfirm={() => revoke.mutate(token.id)}
                  text={`Whatever uses “${token.name}” stops working at once. This cannot be undone.`}
                  title="Revoke this token?"
                  name="Revoke"
                />
              }
              detail={`Expires ${dateText(token.expires)} · ${token.lastUsed ? `last used ${dateTimeText(token.lastUsed)}` : 'not used yet'}`}
              key={token.id}
              name={token.name}
            />
          ))}
        </RowList>
      )}
    </Panel>
  );
}
