import { Flex, Typography } from '@strapi/design-system';
import type { RightsValue } from '../../../contracts/rights';
import { useText } from '../../intl';

/** The credit as readers will see it: the line as it stands in the form, else the agency's own form of the byline. */
export function ShownCredit({ line }: { line: RightsValue }) {
  const t = useText();
  if (line === null) return null;
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
