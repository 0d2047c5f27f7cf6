import { Flex, Typography } from '@strapi/design-system';
import type { PreviewInput } from '../../../../contracts/imports';
import { useProblemText } from '../../../api/useProblem';
import { Chip } from '../../../components/Chip';
import { Problem } from '../../../components/Problem';
import { useText } from '../../../intl';
import type { Correction, Drafts } from './drafts';
import { ItemCard } from './ItemCard';
import { isTooLong } from './long';
import type { Images } from './useImages';

interface InputSectionProps {
  input: PreviewInput;
  /** The pasted copy, for a text too long to come back with the preview. */
  pasted: string;
  drafts: Drafts;
  images: Images;
  isOpen: (item: number) => boolean;
  onToggle: (item: number) => void;
  correct: (correction: Correction) => void;
}

/** One pasted text or file: its name, what was read in it, or why nothing could be. */
export function InputSection({ input, pasted, drafts, images, isOpen, onToggle, correct }: InputSectionProps) {
  const t = useText();
  const problem = useProblemText();
  const name = input.name || t('input.pasted');
  const joined = Object.values(drafts).some(({ story }) =>
    story.photos?.some(({ imageFile }) => imageFile === input.name),
  );
  return (
    <Flex tag="section" aria-label={name} direction="column" alignItems="stretch" gap={3}>
      <Flex gap={2} wrap="wrap">
        <Typography variant="sigma" textColor="neutral600">
          {name}
        </Typography>
        {input.format !== undefined && (
          <Chip tone="neutral" size="S">
            {input.format}
          </Chip>
        )}
      </Flex>
      {input.error && (
        <Problem title={t('input.unreadable', { name })}>{problem(input.error.code, input.error.message)}</Problem>
      )}
      {input.warnings.map(({ code, message }) => (
        <Typography key={`${code}-${message}`} textColor="neutral600">
          {problem(code, message)}
        </Typography>
      ))}
      {joined && input.items.length === 0 && <Typography textColor="neutral600">{t('input.joined')}</Typography>}
      {input.items.map((item) => {
        const draft = drafts[item.index];
        return draft === undefined ? null : (
          <ItemCard
            key={item.index}
            item={item}
            draft={draft}
            text={input.text ?? (input.name === '' && isTooLong(pasted) ? pasted : undefined)}
            images={images}
            open={isOpen(item.index)}
            onToggle={() => onToggle(item.index)}
            correct={correct}
          />
        );
      })}
    </Flex>
  );
}
