import { z } from 'zod';
import { restriction } from '../../../contracts/restrictions';
import { useRestrictionText } from '../credits/useRestrictionText';
import { asText } from './words';

const restrictions = z.array(restriction);

/** A value of this field as an editor reads it. */
export function useValueText(field: string): (value: unknown) => string {
  const restrictionText = useRestrictionText();
  if (field !== 'restrictions') return asText;
  return (value) => (restrictions.safeParse(value ?? []).data ?? []).map(restrictionText).join(', ');
}
