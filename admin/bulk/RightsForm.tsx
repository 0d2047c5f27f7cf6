import { Box, Checkbox, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { RIGHTS_FIELDS, type RightsField, type RightsValue } from '../../contracts/rights';
import { RightsInput } from '../components/RightsInput';
import { COPYRIGHT_YEAR } from '../../contracts/story';
import { useText } from '../intl';
import { isRefused } from '../lines';

/** The lines that shall change; null empties one. */
export type Setting = Partial<Record<RightsField, RightsValue>>;

interface RightsFormProps {
  set: Setting;
  reason: string;
  onSet: (set: Setting) => void;
  onReason: (reason: string) => void;
}

/** The six lines, each with a box to tick: only what is ticked changes, and a ticked empty line is emptied. */
export function RightsForm({ set, reason, onSet, onReason }: RightsFormProps) {
  const t = useText();
  const tick = (field: RightsField, on: boolean) =>
    onSet(on ? { ...set, [field]: null } : Object.fromEntries(Object.entries(set).filter(([name]) => name !== field)));
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {RIGHTS_FIELDS.map((field) => {
        const value = set[field];
        const label = t(`field.${field}`);
        return (
          <Box key={field}>
            <Field.Root
              name={`newswire-bulk-${field}`}
              hint={value === null ? t('bulk.will-empty') : undefined}
              error={isRefused(field, value) ? t('invalid.year', { ...COPYRIGHT_YEAR }) : undefined}
            >
              <Flex justifyContent="space-between" gap={4}>
                <Field.Label>{label}</Field.Label>
                <Checkbox
                  id={`newswire-bulk-${field}-on`}
                  checked={value !== undefined}
                  onCheckedChange={(on) => tick(field, on === true)}
                  aria-label={t('bulk.change-field', { field: label })}
                >
                  <Typography textColor="neutral800">{t('bulk.change')}</Typography>
                </Checkbox>
              </Flex>
              <RightsInput
                field={field}
                value={value}
                disabled={value === undefined}
                onChange={(next) => onSet({ ...set, [field]: next })}
              />
              <Field.Hint />
              <Field.Error />
            </Field.Root>
          </Box>
        );
      })}
      <Field.Root name="newswire-bulk-reason" hint={t('bulk.reason-hint')}>
        <Field.Label>{t('bulk.reason')}</Field.Label>
        <Textarea
          value={reason}
          onChange={(event) => onReason(event.target.value)}
          maxLength={1000}
          minHeight="5.2rem"
        />
        <Field.Hint />
      </Field.Root>
    </Flex>
  );
}
