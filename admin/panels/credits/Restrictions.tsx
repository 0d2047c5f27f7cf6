import { useState } from 'react';
import { Flex, Tag, TextButton, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useForm } from '@strapi/strapi/admin';
import { restrictionsIn, type Restriction } from '../../../contracts/restrictions';
import { useText } from '../../intl';
import { grouped } from './grouped';
import { RestrictionForm } from './RestrictionForm';
import { useRestrictionText } from './useRestrictionText';

/** What may not be done with it: a chip each, with the agency's own words, to be added to and taken from. */
export function Restrictions({ disabled }: { disabled: boolean }) {
  const t = useText();
  const text = useRestrictionText();
  const form = useForm('NewswireRestrictions', ({ values, onChange }) => ({ values, onChange }));
  const [isAdding, setAdding] = useState(false);
  const held = restrictionsIn(Object.entries(form.values).find(([name]) => name === 'restrictions')?.[1]);
  const set = (next: readonly Restriction[]) => form.onChange('restrictions', next.length === 0 ? null : next);
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography tag="h3" variant="pi" fontWeight="bold">
        {t('field.restrictions')}
      </Typography>
      {held.length === 0 && (
        <Typography variant="pi" textColor="neutral600">
          {t('restrictions.none')}
        </Typography>
      )}
      <Flex tag="ul" gap={2} wrap="wrap">
        {grouped(held).map(([one, ...more], at) => (
          <li key={`${one.kind}-${one.territory ?? ''}-${String(at)}`} title={one.sentence || undefined}>
            <Tag
              icon={<Cross aria-hidden />}
              label={t('restrictions.remove', { restriction: text(one, ...more) })}
              disabled={disabled}
              onClick={() => set(held.filter((other) => other !== one && !more.includes(other)))}
            >
              {text(one, ...more)}
            </Tag>
            {one.sentence !== '' && (
              <Typography
                tag="div"
                variant="pi"
                textColor="neutral600"
                paddingTop={1}
                style={{ overflowWrap: 'anywhere' }}
              >
                {t('restrictions.sentence', { sentence: one.sentence })}
              </Typography>
            )}
          </li>
        ))}
      </Flex>
      {!disabled && !isAdding && <TextButton onClick={() => setAdding(true)}>{t('restrictions.add')}</TextButton>}
      {isAdding && (
        <RestrictionForm
          onAdd={(one) => {
            set([...held, one]);
            setAdding(false);
          }}
          onCancel={() => setAdding(false)}
        />
      )}
    </Flex>
  );
}
