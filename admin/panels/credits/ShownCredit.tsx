import { Flex, Typography } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import type { RightsField, RightsType, RightsValue } from '../../../contracts/rights';
import { useNewswireShownCreditQuery } from '../../api/newswireApi';
import { useText } from '../../intl';

/** Asked for when an editor has stopped typing for so long, in milliseconds. */
const PAUSE = 300;

interface ShownCreditProps {
  type: RightsType;
  documentId: string | undefined;
  /** As they stand in the form. */
  lines: Record<RightsField, RightsValue>;
}

/** The credit as readers will see it once this form is saved: in the house form of the agency, where it has one. */
export function ShownCredit({ type, documentId, lines }: ShownCreditProps) {
  const t = useText();
  const byline = useDebounce(textOf(lines.byline), PAUSE);
  const creditLine = useDebounce(textOf(lines.creditLine), PAUSE);
  const { data } = useNewswireShownCreditQuery(
    { type, documentId: documentId ?? '', byline, creditLine },
    { skip: documentId === undefined },
  );
  const line = documentId === undefined ? lines.creditLine : data;
  if (line === null || line === undefined) return null;
  return (
    <Flex direction="column" alignItems="flex-start" padding={3} background="neutral100" hasRadius>
      <Typography variant="sigma" textColor="neutral600">
        {t('credits.readers-see')}
      </Typography>
      <Typography textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
        {line}
      </Typography>
    </Flex>
  );
}

const textOf = (value: RightsValue): string => (value === null ? '' : String(value)).slice(0, 2000);
