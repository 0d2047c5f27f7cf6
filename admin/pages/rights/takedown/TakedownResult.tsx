import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import type { TakedownResponse } from '../../../../contracts/desk';
import { DocumentLink } from '../../../components/DocumentLink';
import { Problem } from '../../../components/Problem';
import { useText } from '../../../intl';

/** What was done, article by article; it is in the history too. */
export function TakedownResult({ result: { done, failed, withheld } }: { result: TakedownResponse['data'] }) {
  const t = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex
        role="status"
        gap={3}
        alignItems="flex-start"
        padding={4}
        background="success100"
        borderColor="success200"
        hasRadius
      >
        <CheckCircle fill="success600" aria-hidden style={{ flexShrink: 0 }} />
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Typography textColor="neutral800">{t('takedown.done', { count: done.length })}</Typography>
          {withheld && <Typography textColor="neutral800">{t('takedown.withheld')}</Typography>}
          <ul>
            {done.map((use) => (
              <li key={use.documentId}>
                <DocumentLink target={{ type: 'article', documentId: use.documentId, title: use.title }} />
              </li>
            ))}
          </ul>
        </Flex>
      </Flex>
      {failed.length > 0 && (
        <Problem title={t('takedown.failed', { count: failed.length })}>
          <ul>
            {failed.map((use) => (
              <li key={use.documentId}>
                <DocumentLink target={{ type: 'article', documentId: use.documentId, title: use.title }} />
              </li>
            ))}
          </ul>
        </Problem>
      )}
    </Flex>
  );
}
