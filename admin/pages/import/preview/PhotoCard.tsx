import { Box, Button, Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { PreviewItem } from '../../../../contracts/imports';
import type { StoryPhoto } from '../../../../contracts/story';
import { Chip } from '../../../components/Chip';
import { useText } from '../../../intl';
import type { Correction, Draft } from './drafts';
import { PHOTO } from './fields';
import { controlId } from './highlight';
import type { Images } from './useImages';
import { FieldsWithMore } from './FieldsWithMore';

const Thumbnail = styled.img`
  align-self: flex-start;
  background: ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  display: block;
  max-height: 18rem;
  max-width: 100%;
  object-fit: contain;
`;

const NO_IMAGE = 'none';

interface PhotoCardProps {
  item: PreviewItem;
  position: number;
  photo: StoryPhoto;
  draft: Draft;
  images: Images;
  correct: (correction: Correction) => void;
}

/** A photo of the story: its picture, chosen among the dropped images, and its fields. */
export function PhotoCard({ item, position, photo, draft, images, correct }: PhotoCardProps) {
  const t = useText();
  const { index } = item;
  const isOut = draft.photosOut.includes(position);
  const url = photo.imageFile === undefined ? undefined : images.get(photo.imageFile);
  const title = t('photo.title', { number: position + 1 });
  const leaveOut = (out: boolean) => correct({ type: 'leave-out', index, what: 'photosOut', position, out });
  const choose = (file: string | number) =>
    correct({ type: 'image', index, photo: position, file: file === NO_IMAGE ? undefined : String(file) });

  return (
    <Box tag="section" aria-label={title} background="neutral0" borderColor="neutral200" hasRadius padding={4}>
      <Flex justifyContent="space-between" gap={2} paddingBottom={3}>
        <Flex gap={2}>
          <Typography tag="h3" variant="delta">
            {title}
          </Typography>
          {isOut && <Chip tone="neutral">{t('photo.left-out')}</Chip>}
        </Flex>
        {draft.story.type === 'text' && (
          <Button variant="tertiary" size="S" disabled={draft.locked} onClick={() => leaveOut(!isOut)}>
            {t(isOut ? 'photo.take-in' : 'photo.leave-out')}
          </Button>
        )}
      </Flex>
      {!isOut && (
        <Flex direction="column" alignItems="stretch" gap={4}>
          {url !== undefined && <Thumbnail src={url} alt={photo.altText ?? photo.caption ?? t('photo.no-alt')} />}
          {draft.story.type === 'text' && (
            <Field.Root id={controlId(index, `photos.${String(position)}.imageFile`)} hint={t('photo.image-hint')}>
              <Field.Label>{t('photo.image')}</Field.Label>
              <SingleSelect
                value={photo.imageFile ?? NO_IMAGE}
                onChange={choose}
                disabled={draft.locked || images.size === 0}
              >
                <SingleSelectOption value={NO_IMAGE}>{t('photo.no-image')}</SingleSelectOption>
                {[...images.keys()].map((name) => (
                  <SingleSelectOption key={name} value={name}>
                    {name}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
              {images.size === 0 && <Field.Hint />}
            </Field.Root>
          )}
          <FieldsWithMore
            item={index}
            prefix={`photos.${String(position)}.`}
            fields={PHOTO}
            values={photo}
            delivered={draft.delivered.photos?.[position]}
            locked={draft.locked}
            provenance={item.provenance}
            onChange={(change) => correct({ type: 'photo', index, photo: position, change })}
          />
        </Flex>
      )}
    </Box>
  );
}
