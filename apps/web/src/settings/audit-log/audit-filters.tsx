import { Button, Field, makeStyles, Select } from '@fluentui/react-components';
import { DateField } from '../../components/date-field.tsx';
import { useTexts } from '@stint/ui';
import { fault } from '../../components/fault.ts';
import { auditLogTexts } from '../../texts/audit-log/texts.ts';
import { type AuditSearch, endsBeforeItBegins, VIAS } from './audit-search.ts';
import { knownWords, nameOf } from './names.ts';
import { useKnownPeople } from './use-audit-log.ts';

const useStyles = makeStyles({
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(6, minmax(0, 1fr))',
    '@media (max-width: 1500px)': { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
    '@media (max-width: 720px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
    gap: '8px 12px',
    alignItems: 'start',
    paddingBottom: '12px',
    // A select is as wide as its longest choice otherwise.
    '& > div': { minWidth: 0 },
    '& select': { width: '100%', minWidth: 0 },
  },
  clear: { alignSelf: 'end', display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  one: { fontWeight: 600 },
});

interface AuditFiltersProps {
  readonly search: AuditSearch;
  /** Whether one may ask for the acts of others. */
  readonly seesEveryone: boolean;
  readonly onChange: (search: AuditSearch) => void;
}

/** Which acts are shown: days, whose, on what, what, and through which door. */
export function AuditFilters({ search, seesEveryone, onChange }: AuditFiltersProps) {
  const styles = useStyles();
  const texts = useTexts(auditLogTexts);
  const people = useKnownPeople();
  const words = (prefix: 'entity' | 'action') =>
    knownWords(texts, prefix).map(({ word, name }) => ({ value: word, name }));
  const change = (name: keyof AuditSearch) => (value: string) => {
    const { [name]: _, ...others } = search;
    onChange(value === '' ? others : { ...others, [name]: value });
  };
  return (
    <div aria-label={texts.filters} className={styles.filters} role="search">
      <DayFilter name={texts.from} onChange={change('from')} value={search.from} />
      <DayFilter
        complaint={endsBeforeItBegins(search) ? texts.toBeforeFrom : null}
        name={texts.to}
        onChange={change('to')}
        value={search.to}
      />
      {seesEveryone && (
        <ChoiceFilter
          name={texts.person}
          onChange={change('person')}
          options={(people.data ?? []).map(({ id, name }) => ({ value: id, name }))}
          value={search.person}
        />
      )}
      <ChoiceFilter
        name={texts.thing}
        onChange={change('thing')}
        options={words('entity')}
        value={search.thing}
      />
      <ChoiceFilter name={texts.act} onChange={change('act')} options={words('action')} value={search.act} />
      <ChoiceFilter
        name={texts.way}
        onChange={change('way')}
        options={VIAS.map((via) => ({ value: via, name: nameOf(texts, 'via', via) }))}
        value={search.way}
      />
      {Object.keys(search).length > 0 && (
        <div className={styles.clear}>
          {search.id !== undefined && <span className={styles.one}>{texts.aboutOne}</span>}
          <Button appearance="subtle" onClick={() => onChange({})}>
            {texts.clear}
          </Button>
        </div>
      )}
    </div>
  );
}

interface FilterProps {
  readonly name: string;
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

function DayFilter({
  name,
  value,
  complaint = null,
  onChange,
}: FilterProps & { readonly complaint?: string | null }) {
  return (
    <Field label={name} {...fault(complaint)}>
      <DateField onChange={(_, data) => onChange(data.value)} value={value ?? ''} />
    </Field>
  );
}

function ChoiceFilter(
  props: FilterProps & { readonly options: readonly { readonly value: string; readonly name: string }[] },
) {
  const { name, value = '', options, onChange } = props;
  const texts = useTexts(auditLogTexts);
  const isListed = value === '' || options.some((option) => option.value === value);
  return (
    <Field label={name}>
      <Select onChange={(_, data) => onChange(data.value)} value={value}>
        <option value="">{texts.any}</option>
        {!isListed && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
