import type { ReactNode } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { RightsResponse, RightsType, RightsValue } from '../../../contracts/rights';
import { DocumentLink } from '../../components/DocumentLink';
import { useText } from '../../intl';

interface CreditWarningsProps {
  type: RightsType;
  rights: RightsResponse['data'] | undefined;
  /** The credit line as it stands in the form; undefined where the role may not read it. */
  credit: RightsValue | undefined;
}

/** Says so before readers see a photo without its credit. */
export function CreditWarnings({ type, rights, credit }: CreditWarningsProps) {
  const t = useText();
  if (!rights) return null;
  if (type === 'photo') {
    if (credit !== null) return null;
    const { publishedUses: count } = rights;
    return <Warning>{count > 0 ? t('warning.photo-in-use', { count }) : t('warning.photo-no-credit')}</Warning>;
  }
  const { photosWithoutCredit: photos } = rights;
  if (photos.length === 0) return null;
  return (
    <Warning>
      {t('warning.article-photos', { count: photos.length })}
      <Flex tag="ul" direction="column" alignItems="flex-start" paddingTop={1}>
        {photos.map(({ documentId, title }) => (
          <li key={documentId}>
            <DocumentLink target={{ type: 'photo', documentId, title }} />
          </li>
        ))}
      </Flex>
    </Warning>
  );
}

function Warning({ children }: { children: ReactNode }) {
  return (
    <Flex
      role="status"
      alignItems="flex-start"
      gap={2}
      padding={3}
      background="warning100"
      borderColor="warning200"
      hasRadius
    >
      <WarningCircle fill="warning600" aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
      <Typography tag="div" variant="pi" textColor="neutral800">
        {children}
      </Typography>
    </Flex>
  );
}
