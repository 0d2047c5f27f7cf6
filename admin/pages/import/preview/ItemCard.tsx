import { Box, Button, Checkbox, Flex, Grid, Typography } from '@strapi/design-system';
import type { PreviewItem } from '../../../../contracts/imports';
import { Problem } from '../../../components/Problem';
import { ActionBadge } from '../../../components/StateBadge';
import { useText } from '../../../intl';
import type { Correction, Draft } from './drafts';
import { invalidPaths } from './invalid';
import { ItemForm } from './ItemForm';
import { Notices } from './Notices';
import { Plan } from './Plan';
import { SourcePanel } from './SourcePanel';
import { useFieldLabel } from './useFieldLabel';
import type { Images } from './useImages';

interface ItemCardProps {
  item: PreviewItem;
  draft: Draft;
  text: string | undefined;
  images: Images;
  open: boolean;
  onToggle: () => void;
  correct: (correction: Correction) => void;
}

/** One item of the preview: what it is, what the import would do with it, its fields beside the text. */
export function ItemCard({ item, draft, text, images, open, onToggle, correct }: ItemCardProps) {
  const t = useText();
  const label = useFieldLabel();
  const { index } = item;
  const invalid = invalidPaths(draft);
  const title = shortened(titleOf(draft)) ?? t('item.untitled');
  const contentId = `newswire-item-${String(index)}`;
  return (
    <Box tag="section" aria-label={title} background="neutral0" hasRadius shadow="tableShadow">
      <Flex gap={3} padding={5} wrap="wrap" justifyContent="space-between">
        <Flex gap={3} flex="1" minWidth="24rem">
          <Checkbox
            checked={draft.include}
            onCheckedChange={(include) => correct({ type: 'include', index, include: include === true })}
            aria-label={t('item.include', { title })}
          />
          <Typography tag="h2" variant="beta" textColor={draft.include ? 'neutral800' : 'neutral600'}>
            {title}
          </Typography>
        </Flex>
        <Flex gap={3}>
          <ActionBadge action={item.action} />
          <Button variant="tertiary" size="S" onClick={onToggle} aria-expanded={open} aria-controls={contentId}>
            {t(open ? 'item.close' : 'item.open')}
          </Button>
        </Flex>
      </Flex>
      <Box paddingLeft={5} paddingRight={5} paddingBottom={5}>
        <Flex direction="column" alignItems="stretch" gap={3}>
          <Plan item={item} />
          <Notices item={item} draft={draft} />
          {invalid.length > 0 && <Problem>{t('invalid.item', { fields: invalid.map(label).join(', ') })}</Problem>}
        </Flex>
      </Box>
      {open && (
        <Box id={contentId} padding={5} paddingTop={0}>
          <Grid.Root gap={6}>
            <Grid.Item col={text === undefined ? 12 : 7} xs={12} direction="column" alignItems="stretch">
              <ItemForm item={item} draft={draft} images={images} correct={correct} />
            </Grid.Item>
            {text !== undefined && (
              <Grid.Item col={5} xs={12} direction="column" alignItems="stretch">
                <Box position={{ initial: 'static', large: 'sticky' }} top="8rem">
                  <SourcePanel item={index} text={text} provenance={item.provenance} />
                </Box>
              </Grid.Item>
            )}
          </Grid.Root>
        </Box>
      )}
    </Box>
  );
}

const MAX_TITLE = 300;
/** A story of one endless line has that for its title. */
const shortened = (title: string | undefined) =>
  title !== undefined && title.length > MAX_TITLE ? `${title.slice(0, MAX_TITLE)} …` : title;

const titleOf = ({ story }: Draft): string | undefined =>
  story.headline ?? story.photos?.[0]?.headline ?? story.photos?.[0]?.caption ?? story.photos?.[0]?.imageFile;
