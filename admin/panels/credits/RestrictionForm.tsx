import { useState } from 'react';
import { Button, Field, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import {
  isMoment,
  RESTRICTION_KINDS,
  RESTRICTION_NEEDS,
  restrictionKind,
  type Restriction,
  type RestrictionKind,
} from '../../../contracts/restrictions';
import { useText } from '../../intl';
import { wholeFrom } from '../../lines';

interface RestrictionFormProps {
  onAdd: (restriction: Restriction) => void;
  onCancel: () => void;
}

/** A restriction of the editor's own, with what its kind needs said. */
export function RestrictionForm({ onAdd, onCancel }: RestrictionFormProps) {
  const t = useText();
  const [kind, setKind] = useState<RestrictionKind>('no-archive');
  const [detail, setDetail] = useState('');
  const [sentence, setSentence] = useState('');
  const needs = RESTRICTION_NEEDS[kind];
  const said = saidOf(needs, detail);
  return (
    <Flex direction="column" alignItems="stretch" gap={3} padding={3} background="neutral100" hasRadius>
      <Field.Root name="newswire-restriction-kind">
        <Field.Label>{t('restrictions.kind')}</Field.Label>
        <SingleSelect
          value={kind}
          onChange={(chosen) => {
            setKind(restrictionKind.parse(chosen));
            setDetail('');
          }}
        >
          {RESTRICTION_KINDS.map((one) => (
            <SingleSelectOption key={one} value={one}>
              {t(`restrictions.kind.${one}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      {needs !== undefined && (
        <Field.Root
          name="newswire-restriction-detail"
          required
          hint={needs === 'territory' ? t('restrictions.territory-hint') : undefined}
        >
          <Field.Label>{t(`restrictions.${needs}`)}</Field.Label>
          <TextInput
            type={needs === 'until' ? 'date' : 'text'}
            value={detail}
            onChange={(event) => setDetail(event.target.value)}
          />
          <Field.Hint />
        </Field.Root>
      )}
      <Field.Root name="newswire-restriction-sentence">
        <Field.Label>{t('restrictions.words')}</Field.Label>
        <TextInput value={sentence} maxLength={600} onChange={(event) => setSentence(event.target.value)} />
      </Field.Root>
      <Flex gap={2}>
        <Button
          size="S"
          variant="secondary"
          disabled={said === undefined}
          onClick={() => onAdd({ kind, ...said, sentence: sentence.trim() })}
        >
          {t('restrictions.take')}
        </Button>
        <Button size="S" variant="tertiary" onClick={onCancel}>
          {t('bulk.cancel')}
        </Button>
      </Flex>
    </Flex>
  );
}

type Said = Pick<Restriction, 'territory' | 'days' | 'until'>;

/** What was typed, as the field keeps it; undefined where it is not whole yet. */
function saidOf(needs: 'territory' | 'days' | 'until' | undefined, typed: string): Said | undefined {
  if (needs === undefined) return {};
  if (needs === 'territory')
    return /^[a-z]{2}$/i.test(typed.trim()) ? { territory: typed.trim().toUpperCase() } : undefined;
  // The day alone: until its end, or from its beginning, as the kind has it.
  if (needs === 'until') return isMoment(typed) ? { until: typed } : undefined;
  const days = wholeFrom(typed);
  return days === null || days === 0 ? undefined : { days };
}
