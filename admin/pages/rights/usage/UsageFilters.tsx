import { Box, Field, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import type { UsageQuery } from '../../../../contracts/desk';
import { AgencySelect } from '../../../components/AgencySelect';
import { useText } from '../../../intl';

type Asked = Pick<UsageQuery, 'agency' | 'from' | 'to' | 'live' | 'type'>;

interface UsageFiltersProps {
  asked: { [Key in keyof Asked]: Asked[Key] | undefined };
  onChange: (query: Record<string, string>, method?: 'push' | 'remove') => void;
}

const STATES = ['live', 'ended'] as const;
const TYPES = ['photo', 'article'] as const;

/** Agency, period, live or not, photos or stories; all of it stands in the address. */
export function UsageFilters({ asked, onChange }: UsageFiltersProps) {
  const t = useText();
  const set = (field: keyof Asked, value: string | undefined) => {
    onChange({ page: '1' });
    if (value === undefined || value === '') onChange({ [field]: '' }, 'remove');
    else onChange({ [field]: value, page: '1' });
  };
  return (
    <Flex gap={4} alignItems="flex-end" wrap="wrap">
      <Box minWidth="24rem">
        <AgencySelect
          name="newswire-usage-agency"
          label={t('usage.agency')}
          placeholder={t('inbox.any-agency')}
          value={asked.agency}
          onChange={(agency) => set('agency', agency)}
        />
      </Box>
      {(['from', 'to'] as const).map((field) => (
        <Field.Root key={field} name={`newswire-usage-${field}`}>
          <Field.Label>{t(`usage.${field}`)}</Field.Label>
          <TextInput type="date" value={asked[field] ?? ''} onChange={(event) => set(field, event.target.value)} />
        </Field.Root>
      ))}
      <Choice label={t('usage.state')} all={t('usage.all')} value={asked.live} onChange={(value) => set('live', value)}>
        {STATES.map((state) => ({ value: state, label: t(`usage.${state}`) }))}
      </Choice>
      <Choice label={t('usage.kind')} all={t('usage.all')} value={asked.type} onChange={(value) => set('type', value)}>
        {TYPES.map((type) => ({ value: type, label: t(`inbox.type.${type}`) }))}
      </Choice>
    </Flex>
  );
}

interface ChoiceProps {
  label: string;
  all: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  children: readonly { value: string; label: string }[];
}

function Choice({ label, all, value, onChange, children }: ChoiceProps) {
  return (
    <Field.Root>
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        value={value ?? 'all'}
        onChange={(chosen) => onChange(chosen === 'all' ? undefined : String(chosen))}
      >
        <SingleSelectOption value="all">{all}</SingleSelectOption>
        {children.map((one) => (
          <SingleSelectOption key={one.value} value={one.value}>
            {one.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}
