import { useState } from 'react';
import { Box, TextButton } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import { useText } from '../../../intl';
import { FieldGroup, type FieldGroupProps } from './FieldGroup';

/** The fields that matter and those that have a value; the others on request. */
export function FieldsWithMore<T extends object>(props: FieldGroupProps<T>) {
  const t = useText();
  const [all, setAll] = useState(false);
  const { fields, values, delivered } = props;
  const shown = fields.filter(
    ({ show, name }) =>
      all ||
      show === 'always' ||
      (show === undefined && (values[name] !== undefined || delivered?.[name] !== undefined)),
  );
  const rest = fields.length - shown.length;
  return (
    <>
      <FieldGroup {...props} fields={shown} />
      {(all || rest > 0) && (
        <Box paddingTop={2}>
          <TextButton
            onClick={() => setAll(!all)}
            aria-expanded={all}
            startIcon={all ? <CaretUp aria-hidden /> : <CaretDown aria-hidden />}
          >
            {all ? t('fields.fewer') : t('fields.more', { count: rest })}
          </TextButton>
        </Box>
      )}
    </>
  );
}
