import { Field, Select } from '@fluentui/react-components';
import { calls } from '@stint/contract';
import { useFormats, useTexts } from '@stint/ui';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { timeDialogTexts } from '../texts/time-dialog/texts.ts';

const MOST_PEOPLE = 500;

interface ForWhomProps {
  /** Whose time it is; empty for one’s own. */
  readonly userId: string;
  readonly onChange: (userId: string) => void;
}

/** For whom time is added, for those who may add it for others; the times are of that person’s clock. */
export function ForWhom({ userId, onChange }: ForWhomProps) {
  const texts = useTexts(timeDialogTexts);
  const { locale } = useFormats().settings;
  const { user } = useSession();
  const client = useClient();
  const people = useQuery({
    queryKey: ['people', 'all'],
    queryFn: ({ signal }) => client.call(calls.listUsers, { query: { $count: MOST_PEOPLE }, signal }),
    staleTime: 300_000,
  });
  const others = (people.data ?? [])
    .filter(({ id }) => id !== user.id)
    .sort((a, b) => a.name.localeCompare(b.name, locale));
  return (
    <Field hint={userId === '' ? '' : texts.forWhomHint} label={texts.forWhom}>
      <Select onChange={(_, { value }) => onChange(value)} value={userId}>
        <option value="">{texts.myself({ name: user.name })}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
