import { Notification } from 'electron';
import type { Alert } from './alerts.ts';

/** Shows notifications, one of a kind at a time; a click or its button answers. */
export function createNotifications(answered: (kind: Alert['kind'], isButton: boolean) => void) {
  const shown = new Map<Alert['kind'], Notification>();
  const end = (kind: Alert['kind']) => {
    shown.get(kind)?.close();
    shown.delete(kind);
  };
  return {
    show: ({ kind, title, body, button }: Alert) => {
      end(kind);
      if (!Notification.isSupported()) return;
      const actions = button === null ? [] : [{ type: 'button' as const, text: button }];
      const notification = new Notification({
        title,
        body,
        actions,
        urgency: 'critical',
        timeoutType: 'never',
      });
      notification.on('click', () => answered(kind, false));
      notification.on('action', () => answered(kind, true));
      shown.set(kind, notification);
      notification.show();
    },
    end,
  };
}
