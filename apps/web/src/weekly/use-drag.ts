import type { WallDate } from '@stint/domain';
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { type Grip, heldAt } from './drag.ts';
import type { CalendarEntry } from './entry.ts';
import { pointAt } from './geometry.ts';
import type { Held } from './held.ts';
import { isSamePlace } from './entry.ts';

/** Pixels that a pointer moves before a press becomes a drag. */
const THRESHOLD = 4;
/** Pixels from the edge within which the calendar scrolls along, and how far at once. */
const EDGE = 32;

interface DragSetting {
  readonly frame: RefObject<HTMLElement | null>;
  readonly body: RefObject<HTMLElement | null>;
  readonly head: RefObject<HTMLElement | null>;
  readonly days: readonly WallDate[];
  readonly zone: string;
  readonly entryOf: (id: string) => CalendarEntry | null;
  readonly onHold: (held: Held | null) => void;
  readonly onDrop: (held: Held) => void;
}

interface Drag {
  readonly grip: Grip;
  readonly x: number;
  readonly y: number;
  readonly held: Held | null;
  readonly hasMoved: boolean;
}

/** The handlers of the calendar’s frame with which a mouse or pen marks, moves, copies and resizes. A finger scrolls. */
export function useDrag(setting: DragSetting) {
  const { frame, body, head, days, zone, entryOf, onHold, onDrop } = setting;
  const drag = useRef<Drag | null>(null);
  const [isDragging, setDragging] = useState(false);
  const end = () => {
    drag.current = null;
    setDragging(false);
  };
  const giveUp = useRef(() => {});
  giveUp.current = () => {
    end();
    onHold(null);
  };
  useEffect(() => {
    if (!isDragging) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      giveUp.current();
    };
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [isDragging]);

  const pointOf = ({ clientX, clientY }: PointerEvent) => {
    const box = body.current?.getBoundingClientRect();
    return box ? pointAt(box, days, clientX, clientY) : null;
  };
  const follow = (event: PointerEvent, { grip, ...rest }: Drag) => {
    const to = pointOf(event);
    if (!to) return;
    const isOnTop = event.clientY < (head.current?.getBoundingClientRect().bottom ?? 0);
    const isCopy = event.ctrlKey || event.altKey || event.metaKey;
    const held = heldAt(grip, to, { zone, isCopy, isOnTop });
    const isNew = held?.isCopy !== rest.held?.isCopy || !isAtSame(held, rest.held);
    drag.current = { grip, ...rest, held, hasMoved: true };
    if (isNew) onHold(held);
    scrollAlong(frame.current, head.current, event.clientY);
  };
  return {
    isDragging,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0 || event.pointerType === 'touch') return;
        const at = pointOf(event);
        const grip = at && gripOf(event.target, at, entryOf);
        if (!grip) return;
        drag.current = { grip, x: event.clientX, y: event.clientY, held: null, hasMoved: false };
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const now = drag.current;
        if (!now) return;
        if (!now.hasMoved) {
          if (Math.hypot(event.clientX - now.x, event.clientY - now.y) < THRESHOLD) return;
          // From here on clicks go to the frame, and so open nothing.
          event.currentTarget.setPointerCapture(event.pointerId);
          setDragging(true);
        }
        follow(event, now);
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        if (!drag.current) return;
        if (drag.current.hasMoved) follow(event, drag.current);
        const { held } = drag.current;
        end();
        if (held) onDrop(held);
      },
      onPointerCancel: () => drag.current && giveUp.current(),
    },
  };
}

/** What a press seizes: an edge of an entry, an entry, or free time; null for buttons and what else acts by itself. */
function gripOf(
  target: EventTarget,
  at: Grip['at'],
  entryOf: (id: string) => CalendarEntry | null,
): Grip | null {
  if (!(target instanceof Element)) return null;
  const block = target.closest<HTMLElement>('[data-entry]');
  if (block) {
    const entry = entryOf(block.dataset['entry'] ?? '');
    const edge = target.closest<HTMLElement>('[data-edge]')?.dataset['edge'];
    return entry && { kind: edge === 'start' || edge === 'end' ? edge : 'move', entry, at };
  }
  return target.closest('[data-column]') && !target.closest('[data-still]') ? { kind: 'mark', at } : null;
}

function isAtSame(a: Held | null, b: Held | null): boolean {
  return a === null || b === null ? a === b : isSamePlace(a.place, b.place);
}

function scrollAlong(frame: HTMLElement | null, head: HTMLElement | null, y: number): void {
  if (!frame || !head) return;
  const [top, bottom] = [head.getBoundingClientRect().bottom, frame.getBoundingClientRect().bottom];
  if (y > bottom - EDGE) frame.scrollTop += EDGE / 2;
  else if (y > top - EDGE && y < top + EDGE / 2) frame.scrollTop -= EDGE / 2;
}
