import {
  EmptyStateLayout,
  Flex,
  Link,
  LinkButton,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';
import { NavLink, Link as RouterLink } from 'react-router-dom';
import type { Webhook } from '../../../contracts/webhooks';
import { Chip } from '../../components/Chip';
import { useText } from '../../intl';
import { PATHS } from '../../paths';
import { MAY } from '../../permissions';
import { ourEvents } from './events';

const COLUMNS = ['name', 'url', 'told', 'state'] as const;

/** All webhooks of this Strapi, each with what Newswire tells it. */
export function WebhooksList({ webhooks }: { webhooks: readonly Webhook[] }) {
  const t = useText();
  const { allowedActions } = useRBAC(MAY.writeWebhooks);
  return (
    <Page.Main>
      <Page.Title>{t('webhooks.title')}</Page.Title>
      <Layouts.Header
        title={t('webhooks.title')}
        subtitle={t('webhooks.subtitle')}
        primaryAction={
          allowedActions.canCreate && (
            <LinkButton tag={RouterLink} to={PATHS.newWebhook} startIcon={<Plus />}>
              {t('webhooks.add')}
            </LinkButton>
          )
        }
      />
      <Layouts.Content>
        {webhooks.length === 0 ? (
          <EmptyStateLayout
            icon={<EmptyDocuments width="16rem" />}
            content={t('webhooks.empty')}
            hasRadius
            shadow="tableShadow"
          />
        ) : (
          <Table colCount={COLUMNS.length} rowCount={webhooks.length + 1}>
            <Thead>
              <Tr>
                {COLUMNS.map((column) => (
                  <Th key={column}>
                    <Typography variant="sigma">{t(`webhooks.column.${column}`)}</Typography>
                  </Th>
                ))}
              </Tr>
            </Thead>
            <Tbody>
              {webhooks.map((webhook) => (
                <WebhookRow key={webhook.id} webhook={webhook} />
              ))}
            </Tbody>
          </Table>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

function WebhookRow({ webhook }: { webhook: Webhook }) {
  const t = useText();
  const { id, name, url, events, isEnabled } = webhook;
  const told = ourEvents(events);
  return (
    <Tr>
      <Td>
        <Link tag={NavLink} to={PATHS.webhook(id)}>
          {name}
        </Link>
      </Td>
      <Td>
        <Typography textColor="neutral800" style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
          {url}
        </Typography>
      </Td>
      <Td>
        {told.length === 0 ? (
          <Typography textColor="neutral600">{t('webhooks.nothing-of-ours')}</Typography>
        ) : (
          <Flex gap={1} wrap="wrap">
            {told.map((key) => (
              <Chip key={key} tone="neutral">
                {t(`webhooks.short.${key}`)}
              </Chip>
            ))}
          </Flex>
        )}
      </Td>
      <Td>
        <Chip tone={isEnabled ? 'success' : 'neutral'}>{t(isEnabled ? 'webhooks.on' : 'webhooks.off')}</Chip>
      </Td>
    </Tr>
  );
}
