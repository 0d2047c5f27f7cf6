import { z } from 'zod';
import { restriction } from '../../../contracts/restrictions';
import { grouped } from '../credits/grouped';
import { useRestrictionText } from '../credits/useRestrictionText';
import { asText } from './words';

const restrictions = z.array(restriction);

/** A value of this field as an editor reads it: a text, or the entries of a list. */
export function useValueText(field: string): (value: unknown) => string | string[] {
  const restrictionText = useRestrictionText();
  if (field === 'restrictions')
    return (value) => grouped(restrictions.safeParse(value ?? []).data ?? []).map((group) => restrictionText(...group));
  return (value) => (Array.isArray(value) ? value.map(asText) : asText(value));
}
