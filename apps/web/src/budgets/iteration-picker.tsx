import { Button, Input, makeStyles } from '@fluentui/react-components';
import { calls } from '@stint/contract';
import { addDays } from '@stint/domain';
import { useFormats, useTexts } from '@stint/ui';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useClient } from '../api/client.ts';
import { budgetsTexts } from '../texts/budgets/texts.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexGrow: 1, gap: '8px', minWidth: '200px' },
  field: { flexGrow: 1, minWidth: 0 },
});

/** How far back iterations are offered; any other can be written. */
const DAYS_BACK = 365;
const DAYS_AHEAD = 90;

/** Takes the path of an iteration, with those of the last year as suggestions. */
export function IterationPicker({ onPick }: { readonly onPick: (path: string) => void }) {
  const styles = useStyles();
  const texts = useTexts(budgetsTexts);
  const formats = useFormats();
  const client = useClient();
  const id = useId();
  const [text, setText] = useState('');
  const today = formats.today();
  const iterations = useQuery({
    queryKey: ['iterations', 'paths', today],
    queryFn: ({ signal }) =>
      client.call(calls.listIterations, {
        query: { $from: addDays(today, -DAYS_BACK), $to: addDays(today, DAYS_AHEAD) },
        signal,
      }),
    staleTime: 300_000,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    onPick(text.trim());
    setText('');
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Input
        aria-label={texts.iterationPath}
        className={styles.field}
        list={id}
        onChange={(_, { value }) => setText(value)}
        placeholder={texts.iterationPath}
        value={text}
      />
      <datalist id={id}>
        {iterations.data?.map(({ path }) => (
          <option key={path} value={path} />
        ))}
      </datalist>
      <Button type="submit">{texts.attach}</Button>
    </form>
  );
}
