import { EmptyStateLayout, Flex, Link, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { NavLink } from 'react-router-dom';
import { useNewswireInboxQuery } from '../../../api/deskApi';
import { useText } from '../../../intl';
import { PATHS } from '../../../paths';

/** What was killed or withheld and is still used somewhere. */
export function KilledList() {
  const t = useText();
  const photos = useNewswireInboxQuery({ kind: 'killed-in-use', type: 'photo' });
  const articles = useNewswireInboxQuery({ kind: 'killed-in-use', type: 'article' });
  const rows = [...(photos.data?.data ?? []), ...(articles.data?.data ?? [])];
  if (photos.isLoading || articles.isLoading) return null;
  if (rows.length === 0) {
    return (
      <EmptyStateLayout
        icon={<EmptyDocuments width="16rem" />}
        content={`${t('takedown.nothing')} ${t('takedown.other', { action: t('inbox.take-down') })}`}
        hasRadius
        shadow="tableShadow"
      />
    );
  }
  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={3}
      background="neutral0"
      padding={6}
      hasRadius
      shadow="tableShadow"
    >
      <Typography tag="h2" variant="delta">
        {t('takedown.killed')}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="flex-start" gap={2}>
        {rows.map(({ type, documentId, title, creditLine }) => (
          <li key={documentId}>
            <Link tag={NavLink} to={PATHS.takedownOf(type, documentId)}>
              {title || t(`type.${type}`)}
            </Link>{' '}
            <Typography textColor="neutral600">{creditLine ?? ''}</Typography>
          </li>
        ))}
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        {t('takedown.other', { action: t('inbox.take-down') })}
      </Typography>
    </Flex>
  );
}
