import { Button } from '@fluentui/react-components';
import type { CalendarService } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { calendarsTexts } from '../../texts/calendars/texts.ts';
import { connectAddress } from './connect-address.ts';
import { useCalendarServices } from './use-calendars.ts';

interface ConnectAgainProps {
  readonly kind: CalendarService['kind'];
  /** Of the calendar. */
  readonly name: string;
}

/** The way to give consent once more, where the service is still set up. */
export function ConnectAgain({ kind, name }: ConnectAgainProps) {
  const texts = useTexts(calendarsTexts);
  const service = useCalendarServices().data?.find((each) => each.kind === kind);
  if (!service) return null;
  return (
    <Button
      appearance="primary"
      aria-label={texts.connectAgainOf({ name })}
      onClick={() => window.location.assign(connectAddress(service))}
      size="small"
    >
      {texts.connectAgain}
    </Button>
  );
}
