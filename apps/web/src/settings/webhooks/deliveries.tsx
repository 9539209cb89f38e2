import { Button, makeStyles } from '@fluentui/react-components';
import type { DeliveryState } from '@stint/contract';
import { colours, useTexts } from '@stint/ui';
import { useState } from 'react';
import { Loaded } from '../../components/loaded.tsx';
import { RowList } from '../../components/row-list.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { SkeletonRows } from '../../components/skeleton.tsx';
import { StateFilter } from '../../components/state-filter.tsx';
import { StateMessage } from '../../components/state-message.tsx';
import { webhooksTexts } from '../../texts/webhooks/texts.ts';
import { DeliveryRow } from './delivery-row.tsx';
import { STATE_NAMES } from './delivery-states.ts';
import { useDeliveries, useResend } from './use-webhooks.ts';

const STATES = ['pending', 'delivered', 'failed'] as const satisfies readonly DeliveryState[];

const useStyles = makeStyles({
  hint: { margin: '0 0 8px', color: colours.dim },
  more: { display: 'block', margin: '12px auto 0' },
});

interface DeliveriesProps {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** The delivery log of a webhook: what was told, how it went, and a way to tell it again. */
export function Deliveries({ id, name, onClose }: DeliveriesProps) {
  const styles = useStyles();
  const texts = useTexts(webhooksTexts);
  const [state, setState] = useState<DeliveryState | null>(null);
  const deliveries = useDeliveries(id, state);
  const resend = useResend(id);
  return (
    <SidePanel isWide onClose={onClose} title={texts.deliveriesOf({ name })}>
      <p className={styles.hint}>{texts.deliveriesHint}</p>
      <StateFilter
        all={texts.stateAll}
        label={texts.state}
        onChange={setState}
        states={STATES.map((each) => [each, texts[STATE_NAMES[each]]] as const)}
        value={state}
      />
      <Loaded
        query={deliveries}
        skeleton={<SkeletonRows label={texts.loadingDeliveries} rows={8} />}
        what={texts.theDeliveries}
      >
        {({ pages }) =>
          pages.flat().length === 0 ? (
            <StateMessage text={texts.noDeliveriesHint} title={texts.noDeliveries} />
          ) : (
            <RowList label={texts.deliveries}>
              {pages.flat().map((delivery) => (
                <DeliveryRow
                  delivery={delivery}
                  key={delivery.id}
                  onResend={() => resend.mutate(delivery.id)}
                />
              ))}
            </RowList>
          )
        }
      </Loaded>
      {deliveries.hasNextPage && (
        <Button className={styles.more} onClick={() => void deliveries.fetchNextPage()}>
          {texts.showMore}
        </Button>
      )}
    </SidePanel>
  );
}
