import EventSource from 'eventsource';

type Listener = (this: EventSource, event: object) => void;

/** Server-sent events for jsdom, which has none. Events of browsers are in phase 2 when listeners see them, which jQuery's client looks at. */
export class PageEventSource extends EventSource {
  override addEventListener(type: string, listener: Listener): void {
    super.addEventListener(type, function (event) {
      listener.call(this, Object.assign(event, { eventPhase: 2 }));
    });
  }
}
