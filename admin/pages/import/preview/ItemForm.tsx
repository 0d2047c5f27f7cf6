import { Flex } from '@strapi/design-system';
import type { Origin, PreviewItem } from '../../../../contracts/imports';
import type { Story } from '../../../../contracts/story';
import { useText } from '../../../intl';
import { BodyField } from './BodyField';
import { CommentsList } from './CommentsList';
import type { Correction, Draft } from './drafts';
import { CLOSING, OPENING } from './fields';
import { FieldRow } from './FieldRow';
import { FieldsWithMore } from './FieldsWithMore';
import { beginningOf, isTooLong } from './long';
import { controlId, useHighlight } from './highlight';
import { PhotoCard } from './PhotoCard';
import type { Images } from './useImages';

interface ItemFormProps {
  item: PreviewItem;
  draft: Draft;
  images: Images;
  correct: (correction: Correction) => void;
}

/** The item as it will be stored, every field to be corrected. A picture on its own has only its photo. */
export function ItemForm({ item, draft, images, correct }: ItemFormProps) {
  const t = useText();
  const { index, provenance } = item;
  const { story, delivered, locked } = draft;
  const group = {
    item: index,
    prefix: '',
    values: story,
    delivered,
    locked,
    provenance,
    onChange: (change: Partial<Story>) => correct({ type: 'story', index, change }),
  };
  const filedUnder = new Map(item.categories.map(({ name, existing }) => [name, existing?.title]));
  const categoryNote = (name: string) => {
    if (!filedUnder.has(name)) return undefined;
    const existing = filedUnder.get(name);
    if (existing === undefined) return t('category.new');
    return existing === name ? undefined : t('category.filed', { name: existing });
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {story.type === 'text' && (
        <>
          <FieldsWithMore {...group} fields={OPENING} />
          <BodyRow item={index} draft={draft} provenance={provenance} onChange={(body) => group.onChange({ body })} />
          <FieldsWithMore {...group} fields={CLOSING} categoryNote={categoryNote} />
        </>
      )}
      {story.photos?.map((photo, position) => (
        <PhotoCard
          key={position}
          item={item}
          position={position}
          photo={photo}
          draft={draft}
          images={images}
          correct={correct}
        />
      ))}
      {story.comments && story.comments.length > 0 && (
        <CommentsList item={index} comments={story.comments} draft={draft} correct={correct} />
      )}
    </Flex>
  );
}

interface BodyRowProps {
  item: number;
  draft: Draft;
  provenance: Readonly<Record<string, Origin>>;
  onChange: (body: string | undefined) => void;
}

function BodyRow({ item, draft, provenance, onChange }: BodyRowProps) {
  const t = useText();
  const { focus, onHover } = useHighlight(item);
  const body = draft.story.body ?? '';
  const tooLong = isTooLong(body);
  const corrected = body !== (draft.delivered.body ?? '');
  // Once corrected, blocks and what was read no longer stand in the same places.
  const blockPath = (block: number) => (corrected ? 'body' : `body.${String(block)}`);
  return (
    <FieldRow
      item={item}
      path="body"
      label={t('field.body')}
      origin={bodyOrigin(provenance)}
      corrected={corrected}
      hint={tooLong ? t('field.too-long') : undefined}
    >
      <BodyField
        id={controlId(item, 'body')}
        label={t('field.body')}
        html={beginningOf(body)}
        readOnly={draft.locked || tooLong}
        onChange={onChange}
        onCaret={(block) => focus(blockPath(block))}
        onPointer={(block, event) => onHover(blockPath(block)).onMouseMove(event)}
      />
    </FieldRow>
  );
}

/** A body is as sure as its least sure paragraph. */
function bodyOrigin(provenance: Readonly<Record<string, Origin>>): Origin | undefined {
  const read = Object.entries(provenance).filter(([path]) => path === 'body' || path.startsWith('body.'));
  if (read.length === 0) return undefined;
  return { confidence: read.reduce((least, [, { confidence }]) => Math.min(least, confidence), 1) };
}
