import { Flex, Typography } from '@strapi/design-system';
import type { RightsResponse } from '../../../contracts/rights';
import { Chip } from '../../components/Chip';
import { useText } from '../../intl';
import { grouped } from './grouped';
import { useRestrictionText } from './useRestrictionText';

/** What holds for everything of the agency: seen here, changed at the agency. */
export function AgencyTerms({ rights }: { rights: RightsResponse['data'] }) {
  const t = useText();
  const text = useRestrictionText();
  const { agency, agencyRestrictions, agencyDays } = rights;
  const window = agencyDays === undefined ? [] : [text({ kind: 'use-within-days', days: agencyDays, sentence: '' })];
  const terms = [...new Set([...grouped(agencyRestrictions).map((group) => text(...group)), ...window])];
  if (terms.length === 0) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography variant="pi" textColor="neutral600">
        {t('restrictions.of-agency', { agency: agency ?? t('credits.the-agency') })}
      </Typography>
      <Flex tag="ul" gap={2} wrap="wrap">
        {terms.map((term) => (
          <li key={term}>
            <Chip tone="neutral" size="S">
              {term}
            </Chip>
          </li>
        ))}
      </Flex>
    </Flex>
  );
}
