import { useState } from 'react';
import { Button, Field, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { Cross, Search } from '@strapi/icons';
import { useQueryParams } from '@strapi/strapi/admin';
import { FILTERS, type QueueResponse } from '../../../contracts/comments';
import { useText } from '../../intl';
import type { Asked } from './useAsked';

interface FiltersProps {
  asked: Asked;
  counts: QueueResponse['meta']['counts'];
}

export function Filters({ asked, counts }: FiltersProps) {
  const t = useText();
  const [, setQuery] = useQueryParams();

  const label = (filter: (typeof FILTERS)[number]) => {
    const name = t(`comments.filter.${filter}`);
    const count = Object.entries(counts).find(([key]) => key === filter)?.[1];
    return count === undefined ? name : `${name} (${String(count)})`;
  };
  const narrowed = asked.article !== undefined || asked.author !== undefined || asked.q !== undefined;
  return (
    <Flex gap={3} paddingBottom={4} alignItems="flex-end" wrap="wrap">
      <Field.Root width="24rem" maxWidth="100%">
        <Field.Label>{t('comments.filter')}</Field.Label>
        <SingleSelect
          value={asked.filter}
          onChange={(filter: string | number) => setQuery({ filter: String(filter), page: 1 })}
        >
          {FILTERS.map((filter) => (
            <SingleSelectOption key={filter} value={filter}>
              {label(filter)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      {/* A new address of the page is a new form: what is typed and what is asked for never differ. */}
      <SearchForm key={asked.q ?? ''} asked={asked.q ?? ''} />
      {narrowed && (
        <Button
          variant="tertiary"
          size="L"
          startIcon={<Cross />}
          onClick={() => setQuery({ q: undefined, article: undefined, author: undefined, page: undefined }, 'remove')}
        >
          {t('comments.clear')}
        </Button>
      )}
    </Flex>
  );
}

function SearchForm({ asked }: { asked: string }) {
  const t = useText();
  const [, setQuery] = useQueryParams();
  const [q, setQ] = useState(asked);
  return (
    <Flex
      tag="form"
      gap={2}
      alignItems="flex-end"
      maxWidth="100%"
      onSubmit={(event: React.FormEvent) => {
        event.preventDefault();
        if (q.trim() === '') setQuery({ q: undefined, page: undefined }, 'remove');
        else setQuery({ q: q.trim(), page: 1 });
      }}
    >
      {/* In a narrow window the field gives way, not the button. */}
      <Field.Root width="28rem" minWidth={0}>
        <Field.Label>{t('comments.search')}</Field.Label>
        <TextInput
          value={q}
          startAction={<Search aria-hidden />}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => setQ(event.target.value)}
        />
      </Field.Root>
      <Button type="submit" variant="secondary" size="L">
        {t('comments.search-go')}
      </Button>
    </Flex>
  );
}
