import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import type { Run } from '../../../contracts/imports';
import { useNewswireFetchPhotosMutation, useNewswireRunPhotosQuery } from '../../api/newswireApi';
import { useFailureText } from '../../api/useProblem';
import { DocumentLink } from '../../components/DocumentLink';
import { useText } from '../../intl';
import { isOver } from './progress';

/** Pictures are fetched after the import, and for long again where the other side does not answer. */
const REFRESH_MS = 5_000;

/** The photos of a run whose pictures could not be fetched, why, and what can be done about it. */
export function UnfetchedPhotos({ run }: { run: Run }) {
  const t = useText();
  const failure = useFailureText();
  const { toggleNotification } = useNotification();
  const skip = !isOver(run) || run.undo !== undefined;
  const { data } = useNewswireRunPhotosQuery(run.documentId, { skip, pollingInterval: REFRESH_MS });
  const [again, { isLoading }] = useNewswireFetchPhotosMutation();
  if (!data || data.data.length === 0 || skip) return null;
  const { total } = data.meta;
  const fetchAgain = async () => {
    const answer = await again(run.documentId);
    if ('error' in answer) toggleNotification({ type: 'danger', message: failure(answer.error) });
    else toggleNotification({ type: 'info', message: t('run.photos-asked', { count: total }) });
  };
  return (
    <Box tag="section" aria-labelledby="unfetched" background="neutral0" hasRadius shadow="tableShadow" padding={5}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
        <Typography id="unfetched" tag="h2" variant="delta">
          {t('run.photos-unfetched', { count: total })}
        </Typography>
        <Button
          variant="secondary"
          startIcon={<ArrowClockwise />}
          loading={isLoading}
          onClick={() => void fetchAgain()}
        >
          {t('run.photos-fetch')}
        </Button>
      </Flex>
      <Flex tag="ul" direction="column" alignItems="flex-start" gap={2} paddingTop={3}>
        {data.data.map(({ documentId, title, error, isGivenUp }) => (
          <li key={documentId}>
            <DocumentLink target={{ type: 'photo', documentId, title }} />
            <Typography tag="div" variant="pi" textColor="danger600">
              {error}
            </Typography>
            <Typography tag="div" variant="pi" textColor="neutral600">
              {t(isGivenUp ? 'run.photos-given-up' : 'run.photos-again')}
            </Typography>
          </li>
        ))}
      </Flex>
      {total > data.data.length && (
        <Typography textColor="neutral600">{t('run.photos-more', { count: total - data.data.length })}</Typography>
      )}
    </Box>
  );
}
