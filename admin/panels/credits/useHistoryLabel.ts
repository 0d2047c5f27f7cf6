import { RIGHTS_FIELDS } from '../../../contracts/rights';
import { useText } from '../../intl';

/** The fields that the history keeps: the rights of an item, what closes it to readers, and what a takedown did. */
const NAMES = [
  ...RIGHTS_FIELDS,
  'restrictions',
  'pubStatus',
  'embargoedUntil',
  'expires',
  'agency',
  'source',
  'instructions',
  'webStatementOfRights',
  'licensorUrl',
  'dataMining',
  'digitalSourceType',
  'photos',
  'uses',
  'published',
  'decisions',
  'publishedDespite',
] as const;

/** The name of a field for people; a field that we have no name for is called what the server calls it. */
export function useHistoryLabel() {
  const t = useText();
  return (field: string): string => {
    const name = NAMES.find((one) => one === field);
    return name === undefined ? field : t(`field.${name}`);
  };
}
