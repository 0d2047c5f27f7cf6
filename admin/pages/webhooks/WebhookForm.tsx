import { useEffect } from 'react';
import { Box, Button, Checkbox, Field, Flex, Link, TextInput, Toggle, Typography } from '@strapi/design-system';
import { BackButton, Layouts, Page, useNotification, useRBAC } from '@strapi/strapi/admin';
import { NavLink, useNavigate } from 'react-router-dom';
import { z } from 'zod';
import { EVENTS } from '../../../contracts/events';
import type { Webhook } from '../../../contracts/webhooks';
import { useNewswireSaveWebhookMutation } from '../../api/webhooksApi';
import { useFailureText } from '../../api/useProblem';
import { Problem } from '../../components/Problem';
import { useText } from '../../intl';
import { PATHS } from '../../paths';
import { MAY } from '../../permissions';
import { useKept } from '../../useKept';
import { EVENT_KEYS, otherEvents } from './events';
import { TrialButton } from './TrialButton';

const draftSchema = z.object({
  name: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  isEnabled: z.boolean(),
});

const NEW = { name: '', url: '', events: EVENT_KEYS.map((key) => EVENTS[key]), isEnabled: true };

/** Who is told, and what. Headers and the events of Strapi stay as they are: Strapi's own form is for them. */
export function WebhookForm({ webhook }: { webhook: Webhook | undefined }) {
  const t = useText();
  const failure = useFailureText();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const { allowedActions } = useRBAC(MAY.writeWebhooks);
  const saved = webhook ? draftSchema.parse(webhook) : NEW;
  const [draft, setDraft, forget] = useKept(`newswire.webhook.${webhook?.id ?? 'new'}`, draftSchema, saved);
  // Kept over a reload, and forgotten by whoever goes elsewhere.
  useEffect(() => forget, [forget]);
  const [save, { isLoading, error }] = useNewswireSaveWebhookMutation();
  const mayWrite = webhook ? allowedActions.canUpdate : allowedActions.canCreate;
  const others = otherEvents(webhook?.events ?? []);
  const headers = Object.keys(webhook?.headers ?? {});
  const title = webhook?.name ?? t('webhooks.add');

  const choose = (event: string, isChosen: boolean) => {
    const rest = draft.events.filter((one) => one !== event);
    setDraft({ ...draft, events: isChosen ? [...rest, event] : rest });
  };
  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    const asked = { ...draft, name: draft.name.trim(), url: draft.url.trim(), headers: webhook?.headers ?? {} };
    const answer = await save({ id: webhook?.id, webhook: asked });
    if ('error' in answer) return;
    toggleNotification({ type: 'success', message: t('webhooks.saved') });
    navigate(PATHS.webhooks);
  };

  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <form onSubmit={(event) => void submit(event)}>
        <Layouts.Header
          navigationAction={<BackButton fallback={PATHS.webhooks} />}
          title={title}
          primaryAction={
            <Button
              type="submit"
              loading={isLoading}
              disabled={!mayWrite || draft.name.trim() === '' || draft.url.trim() === '' || draft.events.length === 0}
            >
              {t('feed.save')}
            </Button>
          }
          secondaryAction={webhook && mayWrite && <TrialButton webhook={webhook} />}
        />
        <Layouts.Content>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {error && <Problem>{failure(error)}</Problem>}
            <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
              <Flex direction="column" alignItems="stretch" gap={5}>
                <Field.Root required>
                  <Field.Label>{t('webhooks.name')}</Field.Label>
                  <TextInput
                    value={draft.name}
                    onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
                      setDraft({ ...draft, name: event.target.value })
                    }
                  />
                </Field.Root>
                <Field.Root required hint={t('webhooks.url-hint')}>
                  <Field.Label>{t('webhooks.url')}</Field.Label>
                  <TextInput
                    value={draft.url}
                    inputMode="url"
                    onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
                      setDraft({ ...draft, url: event.target.value })
                    }
                  />
                  <Field.Hint />
                </Field.Root>
                <Flex tag="fieldset" direction="column" alignItems="flex-start" gap={3} borderWidth={0} padding={0}>
                  <Typography
                    tag="legend"
                    variant="pi"
                    fontWeight="bold"
                    textColor="neutral800"
                    padding={0}
                    paddingBottom={2}
                  >
                    {t('webhooks.column.told')}
                  </Typography>
                  {EVENT_KEYS.map((key) => (
                    <Checkbox
                      key={key}
                      checked={draft.events.includes(EVENTS[key])}
                      onCheckedChange={(checked) => choose(EVENTS[key], checked === true)}
                    >
                      {t(`webhooks.event.${key}`)}
                    </Checkbox>
                  ))}
                </Flex>
                {webhook && (
                  <Field.Root>
                    <Field.Label>{t('webhooks.column.state')}</Field.Label>
                    <Toggle
                      checked={draft.isEnabled}
                      onLabel={t('webhooks.on')}
                      offLabel={t('webhooks.off')}
                      onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
                        setDraft({ ...draft, isEnabled: event.target.checked })
                      }
                    />
                  </Field.Root>
                )}
                <Flex gap={2} wrap="wrap">
                  <Typography textColor="neutral700">
                    {webhook
                      ? t('webhooks.others', { events: others.join(', ') || '–', headers: headers.join(', ') || '–' })
                      : t('webhooks.headers-later')}
                  </Typography>
                  {webhook && (
                    <Link tag={NavLink} to={`/settings/webhooks/${encodeURIComponent(webhook.id)}`}>
                      {t('webhooks.in-strapi')}
                    </Link>
                  )}
                </Flex>
              </Flex>
            </Box>
          </Flex>
        </Layouts.Content>
      </form>
    </Page.Main>
  );
}
