import { Flex, Typography } from '@strapi/design-system';
import type { Use } from '../../../../contracts/desk';
import type { RightsType } from '../../../../contracts/rights';
import { Chip } from '../../../components/Chip';
import { DocumentLink } from '../../../components/DocumentLink';
import { useText } from '../../../intl';

interface UsesListProps {
  uses: readonly Use[];
  /** How many there are, where not all are shown. */
  total?: number;
  type: RightsType;
}

/** The articles that use it, each with the versions that do. */
export function UsesList({ uses, total = uses.length, type }: UsesListProps) {
  const t = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography tag="h3" variant="omega" fontWeight="bold">
        {t(`uses.title.${type}`, { count: total })}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {uses.map((use) => (
          <Flex tag="li" key={use.documentId} gap={2} wrap="wrap">
            <DocumentLink target={{ type: 'article', documentId: use.documentId, title: use.title }} />
            {use.live && (
              <Chip tone="success" size="S">
                {t('uses.live')}
              </Chip>
            )}
            {use.published && !use.live && (
              <Chip tone="neutral" size="S">
                {t('uses.published')}
              </Chip>
            )}
            {use.draft && (
              <Chip tone="neutral" size="S">
                {t('uses.draft')}
              </Chip>
            )}
          </Flex>
        ))}
      </Flex>
    </Flex>
  );
}
