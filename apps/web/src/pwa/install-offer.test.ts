import { expect, test, vi } from 'vitest';
import { listenForInstall } from './install-offer.ts';

test('an offer is kept until it is accepted, and asked once', () => {
  const page = new EventTarget();
  const offer = listenForInstall(page);
  const onChange = vi.fn();
  const end = offer.subscribe(onChange);
  expect(offer.isThere()).toBe(false);
  const prompt = vi.fn(async () => {});
  const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt });
  page.dispatchEvent(event);
  expect([offer.isThere(), event.defaultPrevented]).toEqual([true, true]);
  offer.accept();
  offer.accept();
  expect(prompt).toHaveBeenCalledTimes(1);
  expect(offer.isThere()).toBe(false);
  expect(onChange).toHaveBeenCalled();
  end();
  onChange.mockClear();
  page.dispatchEvent(new Event('appinstalled'));
  expect(onChange).not.toHaveBeenCalled();
});
