import { Field, Input, makeStyles } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { LoadFault } from '../../components/load-fault.tsx';
import { SkeletonRows } from '../../components/skeleton.tsx';
import { settingsTexts } from '../../texts/settings/texts.ts';
import { findOperations, type OpenApiDocument, operationsOf } from './openapi.ts';
import { OperationDetails } from './operation-details.tsx';

const useStyles = makeStyles({
  search: { maxWidth: '420px', paddingBottom: '8px' },
  area: { margin: '12px 0 4px', fontSize: '12px', fontWeight: 600, color: colours.dim },
});

async function loadDocument(signal: AbortSignal): Promise<OpenApiDocument> {
  const response = await fetch('/api/openapi.json', { signal });
  if (!response.ok) throw new Error(`The server answered with status ${response.status}.`);
  return response.json();
}

/** The live reference: every call of this server's OpenAPI document, by area, with a way to try it. */
export function Reference() {
  const styles = useStyles();
  const texts = useTexts(settingsTexts);
  const areaNames: Readonly<Record<string, string>> = {
    rest: 'REST',
    tracking: texts.tracking,
    pin: texts.pairing,
    auth: texts.signIn,
  };
  const [text, setText] = useState('');
  const document = useQuery({
    queryKey: ['openapi'],
    queryFn: ({ signal }) => loadDocument(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const areas = useMemo(() => {
    const found = findOperations(document.data ? operationsOf(document.data) : [], text);
    return Map.groupBy(found, (operation) => operation.area);
  }, [document.data, text]);
  if (document.isPending) return <SkeletonRows label={texts.loadingReference} rows={8} />;
  if (document.isError) {
    return (
      <LoadFault error={document.error} onRetry={() => void document.refetch()} what={texts.theReference} />
    );
  }
  return (
    <>
      <Field className={styles.search} label={texts.findCall}>
        <Input
          onChange={(_, { value }) => setText(value)}
          placeholder="workLogs, POST, pair …"
          type="search"
          value={text}
        />
      </Field>
      {areas.size === 0 && <p role="status">{texts.noCallFits}</p>}
      {[...areas].map(([area, operations]) => (
        <section aria-label={areaNames[area] ?? area} key={area}>
          <h3 className={styles.area}>{areaNames[area] ?? area}</h3>
          {operations.map((operation) => (
            <OperationDetails key={operation.id} operation={operation} />
          ))}
        </section>
      ))}
    </>
  );
}
