import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { UID } from '../../../contracts/uid';
import { useNewswireDismissNearMutation, useNewswireNearQuery } from '../../api/feedsApi';
import { useFailureText } from '../../api/useProblem';
import { DocumentLink } from '../../components/DocumentLink';
import { useText } from '../../intl';

/** The side panel "Looks like": articles with nearly the same text. Absent where there are none. */
export const NearPanel: PanelComponent = ({ model, documentId, document }) => {
  const t = useText();
  const article = model === UID.article && document ? documentId : undefined;
  const { data: near = [] } = useNewswireNearQuery(article ?? '', { skip: article === undefined });
  if (article === undefined || near.length === 0) return null;
  return { title: t('near.title'), content: <Near article={article} /> };
};

function Near({ article }: { article: string }) {
  const t = useText();
  const failure = useFailureText();
  const { toggleNotification } = useNotification();
  const { data: near = [] } = useNewswireNearQuery(article);
  const [dismiss, { isLoading }] = useNewswireDismissNearMutation();

  const say = async (other: string) => {
    const answer = await dismiss({ documentId: article, other });
    if ('error' in answer) toggleNotification({ type: 'danger', message: failure(answer.error) });
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      {near.map((one) => (
        <Flex key={one.documentId} direction="column" alignItems="flex-start" gap={1}>
          <DocumentLink target={{ type: 'article', documentId: one.documentId, title: one.title }} />
          <Typography variant="pi" textColor="neutral600">
            {[
              t('near.percent', { percent: one.percent }),
              one.agency,
              t(one.published ? 'near.published' : 'near.draft'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
          <Button
            variant="tertiary"
            size="S"
            disabled={isLoading}
            aria-label={t('near.dismiss-one', { title: one.title })}
            onClick={() => void say(one.documentId)}
          >
            {t('near.dismiss')}
          </Button>
        </Flex>
      ))}
    </Flex>
  );
}
