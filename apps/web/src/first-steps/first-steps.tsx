import { lazy, Suspense, useState } from 'react';
import { usePersonalSettings } from '../api/personal-settings.ts';
import { useSession } from '../api/session.ts';

const FirstStepsCard = lazy(async () => ({
  default: (await import('./first-steps-card.tsx')).FirstStepsCard,
}));

/** What an administrator of a new organization does first; nothing for everyone else, and once it was put away. */
export function FirstSteps() {
  const { role } = useSession();
  const { own } = usePersonalSettings();
  const [wasOpen, setWasOpen] = useState(false);
  if (role !== 'Administrator' || own === null || own.own.firstStepsClosed) return null;
  return (
    <Suspense fallback={null}>
      <FirstStepsCard onOpen={() => setWasOpen(true)} wasOpen={wasOpen} />
    </Suspense>
  );
}
