import { instant } from '@stint/domain';
import { expect, test } from 'vitest';
import { sampleView, withActive } from '../ui/testing/sample-view.ts';
import { alertsOf } from './alerts.ts';
import { loadTexts } from './texts.ts';

const texts = await loadTexts('en', []);
const [first, second] = sampleView.organizations;
const otherAsks = (asks: 'absence' | 'activity') => ({
  ...sampleView,
  organizations: [first, second && { ...second, asks }].filter((each) => each !== undefined),
});

test('a check, a question and a reminder are told once, and end', () => {
  const check = withActive({ activityCheck: { answerBy: instant(sampleView.now + 30_000) } });
  expect(alertsOf(sampleView, check, texts).begun).toEqual([
    {
      kind: 'check',
      title: 'Are you still working on 1001 Retry failed uploads?',
      body: '30 seconds left; then your track stops at your last sign of life.',
      button: 'Yes, go on',
    },
  ]);
  expect(alertsOf(check, check, texts)).toEqual({ begun: [], ended: [] });
  expect(alertsOf(check, sampleView, texts)).toEqual({ begun: [], ended: ['check'] });
  const question = withActive({ question: { from: sampleView.now, until: sampleView.now } });
  expect(alertsOf(null, question, texts).begun).toMatchObject([{ kind: 'question', button: null }]);
  expect(alertsOf(sampleView, withActive({ isReminder: true }), texts).begun).toMatchObject([
    { kind: 'reminder' },
  ]);
});

test('an organization that is not shown is heard too', () => {
  expect(alertsOf(sampleView, otherAsks('absence'), texts).begun).toMatchObject([
    { kind: 'other', title: 'Fabrikam asks about your absence.', button: null },
  ]);
  expect(alertsOf(otherAsks('absence'), otherAsks('activity'), texts).begun).toMatchObject([
    { kind: 'other', title: 'Fabrikam asks whether you are still there.', button: 'Yes, go on' },
  ]);
  expect(alertsOf(otherAsks('activity'), otherAsks('activity'), texts).begun).toEqual([]);
  expect(alertsOf(otherAsks('activity'), sampleView, texts)).toEqual({ begun: [], ended: ['other'] });
});
