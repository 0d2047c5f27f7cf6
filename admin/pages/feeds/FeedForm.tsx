import { useState } from 'react';
import {
  Box,
  Button,
  Field,
  Flex,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Toggle,
} from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import { FEED_KINDS, INTERVAL, type Feed, type FeedsResponse } from '../../../contracts/feeds';
import { useNewswireSaveFeedMutation } from '../../api/feedsApi';
import { useFailureText } from '../../api/useProblem';
import { Problem } from '../../components/Problem';
import { TagsField } from '../../components/TagsField';
import { useText } from '../../intl';
import { PATHS } from '../../paths';
import { draftOf, requestOf, type FeedDraft } from './draft';
import { PushToken } from './PushToken';
import { SignInFields } from './SignInFields'; // prettier-ignore

interface FeedFormProps {
  feed: Feed | undefined;
  choices: FeedsResponse['meta'];
}

const NONE = 'none';

/** How a feed's items arrive and what becomes of them. */
export function FeedForm({ feed, choices }: FeedFormProps) {
  const t = useText();
  const failure = useFailureText();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => draftOf(feed));
  const [save, { isLoading, error }] = useNewswireSaveFeedMutation();
  const [made, setMade] = useState<{ documentId: string; token: string }>();
  const set = (change: Partial<FeedDraft>) => setDraft((now) => ({ ...now, ...change }));
  const { kind } = draft;

  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    const answer = await save({ documentId: feed?.documentId, request: requestOf(draft) });
    if ('error' in answer) return;
    const { data, token } = answer.data;
    if (token === undefined) navigate(PATHS.feeds);
    else setMade({ documentId: data.documentId, token });
  };

  return (
    <Page.Main>
      <Page.Title>{feed?.name ?? t('feeds.add')}</Page.Title>
      <form onSubmit={(event) => void submit(event)}>
        <Layouts.Header
          navigationAction={<BackButton fallback={PATHS.feeds} />}
          title={feed?.name ?? t('feeds.add')}
          primaryAction={
            <Button type="submit" loading={isLoading} disabled={made !== undefined || draft.name.trim() === ''}>
              {t('feed.save')}
            </Button>
          }
        />
        <Layouts.Content>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {made && <PushToken {...made} />}
            {error && <Problem>{failure(error)}</Problem>}
            <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
              <Flex direction="column" alignItems="stretch" gap={5}>
                <Field.Root required>
                  <Field.Label>{t('feed.name')}</Field.Label>
                  <TextInput
                    value={draft.name}
                    onChange={(event: React.ChangeEvent<HTMLInputElement>) => set({ name: event.target.value })}
                  />
                </Field.Root>
                <Field.Root hint={t(`feed.kind-hint.${kind}`)}>
                  <Field.Label>{t('feed.kind')}</Field.Label>
                  <SingleSelect
                    value={kind}
                    disabled={feed !== undefined}
                    onChange={(value) => set({ kind: FEED_KINDS.find((one) => one === value) ?? 'http' })}
                  >
                    {FEED_KINDS.map((one) => (
                      <SingleSelectOption key={one} value={one}>
                        {t(`feed.kind.${one}`)}
                      </SingleSelectOption>
                    ))}
                  </SingleSelect>
                  <Field.Hint />
                </Field.Root>
                {kind !== 'push' && (
                  <>
                    <Field.Root
                      required
                      hint={
                        kind === 'folder'
                          ? t('feed.folders', { folders: choices.folders.join(', ') || '–' })
                          : undefined
                      }
                    >
                      <Field.Label>{t(kind === 'http' ? 'feed.address' : 'feed.directory')}</Field.Label>
                      <TextInput
                        value={draft.location}
                        onChange={(event: React.ChangeEvent<HTMLInputElement>) => set({ location: event.target.value })}
                      />
                      <Field.Hint />
                    </Field.Root>
                    <Field.Root hint={t('feed.interval-hint', { min: INTERVAL.min })}>
                      <Field.Label>{t('feed.interval')}</Field.Label>
                      <NumberInput
                        value={draft.intervalSeconds}
                        onValueChange={(value) => set({ intervalSeconds: value ?? INTERVAL.default })}
                      />
                      <Field.Hint />
                    </Field.Root>
                  </>
                )}
                {kind === 'http' && <SignInFields draft={draft} kept={feed?.signIn ?? 'none'} onChange={set} />}
                {kind === 'folder' && (
                  <Field.Root>
                    <Field.Label>{t('feed.afterwards')}</Field.Label>
                    <SingleSelect
                      value={draft.afterwards}
                      onChange={(value) => set({ afterwards: value === 'remember' ? 'remember' : 'move' })}
                    >
                      <SingleSelectOption value="move">{t('feed.move')}</SingleSelectOption>
                      <SingleSelectOption value="remember">{t('feed.remember')}</SingleSelectOption>
                    </SingleSelect>
                  </Field.Root>
                )}
                <Field.Root hint={t('feed.agency-hint')}>
                  <Field.Label>{t('feed.agency')}</Field.Label>
                  <SingleSelect
                    value={draft.agency ?? NONE}
                    onChange={(value) => set({ agency: value === NONE ? null : String(value) })}
                  >
                    <SingleSelectOption value={NONE}>{t('feed.no-agency')}</SingleSelectOption>
                    {choices.agencies.map((one) => (
                      <SingleSelectOption key={one.documentId} value={one.documentId}>
                        {one.name}
                      </SingleSelectOption>
                    ))}
                  </SingleSelect>
                  <Field.Hint />
                </Field.Root>
                <Field.Root hint={t('feed.categories-hint')}>
                  <Field.Label>{t('feed.categories')}</Field.Label>
                  <TagsField
                    values={draft.categories}
                    disabled={false}
                    placeholder={t('feed.categories-placeholder')}
                    onChange={(categories) => set({ categories: categories ?? [] })}
                  />
                </Field.Root>
                <Field.Root hint={choices.mayPublish ? undefined : t('feed.may-not-publish')}>
                  <Field.Label>{t('feed.publish')}</Field.Label>
                  <Toggle
                    checked={draft.publish}
                    disabled={!choices.mayPublish}
                    onLabel={t('feed.published')}
                    offLabel={t('feed.drafted')}
                    onChange={(event: React.ChangeEvent<HTMLInputElement>) => set({ publish: event.target.checked })}
                  />
                  <Field.Hint />
                </Field.Root>
              </Flex>
            </Box>
          </Flex>
        </Layouts.Content>
      </form>
    </Page.Main>
  );
}
