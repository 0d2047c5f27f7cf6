import { DateTimePicker, Grid } from '@strapi/design-system';
import type { Origin } from '../../../../contracts/imports';
import { COPYRIGHT_YEAR } from '../../../../contracts/story';
import { TagsField } from '../../../components/TagsField';
import { useText } from '../../../intl';
import { sameValue } from './drafts';
import type { Field, FieldName, Range } from './fields';
import { FieldRow } from './FieldRow';
import { isInvalid } from './invalid';
import { isTooLong } from './long';
import { TextField, WholeField } from './TextField';

export interface FieldGroupProps<T> {
  item: number;
  /** Where the group's values lie in the story: "" or "photos.0.". */
  prefix: string;
  fields: readonly (Field<T> & { name: FieldName })[];
  values: T;
  delivered: T | undefined;
  locked: boolean;
  provenance: Readonly<Record<string, Origin>>;
  onChange: (change: Partial<T>) => void;
  /** What to say of an entry of the categories: whether it exists or would be made. */
  categoryNote?: (name: string) => string | undefined;
}

const WIDE: ReadonlySet<string> = new Set(['text', 'list']);

/** The controls of a list of fields, two to a row where they are short. */
export function FieldGroup<T extends object>(props: FieldGroupProps<T>) {
  const { item, prefix, fields, values, delivered, provenance } = props;
  const t = useText();
  const outOf = (range: Range) => t(range === COPYRIGHT_YEAR ? 'invalid.year' : 'invalid.number', { ...range });
  return (
    <Grid.Root gap={3}>
      {fields.map((field) => {
        const path = `${prefix}${field.name}`;
        return (
          <Grid.Item key={path} col={WIDE.has(field.control) ? 12 : 6} xs={12} direction="column" alignItems="stretch">
            <FieldRow
              item={item}
              path={path}
              label={t(`field.${field.name}`)}
              origin={provenance[path] ?? firstOf(provenance, path)}
              corrected={!sameValue(values[field.name], delivered?.[field.name])}
              hint={isTooLong(text(values[field.name]) ?? '') ? t('field.too-long') : undefined}
              error={field.control === 'whole' && isInvalid(field, values) ? outOf(field.range) : undefined}
            >
              <Control {...props} field={field} />
            </FieldRow>
          </Grid.Item>
        );
      })}
    </Grid.Root>
  );
}

/** A list's entries are read one by one: the first stands for all. */
const firstOf = (provenance: Readonly<Record<string, Origin>>, path: string): Origin | undefined =>
  provenance[`${path}.0`];

function Control<T extends object>({
  field,
  values,
  locked: itemLocked,
  onChange,
  categoryNote,
}: FieldGroupProps<T> & { field: Field<T> }) {
  const t = useText();
  const locked = itemLocked || field.fixed === true;
  const set = (value: unknown) => onChange({ ...EMPTY, [field.name]: value });
  const value: unknown = values[field.name];
  switch (field.control) {
    case 'line':
    case 'text':
      return <TextField value={text(value)} long={field.control === 'text'} disabled={locked} onChange={set} />;
    case 'whole':
      return <WholeField value={typeof value === 'number' ? value : undefined} disabled={locked} onChange={set} />;
    case 'list':
      return (
        <TagsField
          values={Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []}
          disabled={locked}
          onChange={set}
          note={field.name === 'categories' ? categoryNote : undefined}
          placeholder={t('tags.placeholder')}
        />
      );
    case 'instant':
      return (
        <DateTimePicker
          value={text(value) === undefined ? null : new Date(String(value))}
          disabled={locked}
          onChange={(date) => set(date?.toISOString())}
          onClear={() => set(undefined)}
          clearLabel={t('field.clear')}
          dateLabel={t('field.date')}
          timeLabel={t('field.time')}
        />
      );
  }
}

const EMPTY = {};
const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
