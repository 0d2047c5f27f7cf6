import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { Difference } from '../../../contracts/corrections';
import { Moment } from '../../components/Moment';
import { useText } from '../../intl';
import { useFieldName } from '../../useFieldName';
import { useValueText } from './useValueText';
import { WordDiff } from './WordDiff';

interface DifferenceCardProps {
  difference: Difference;
  disabled: boolean;
  onDecide: (decision: 'accept' | 'dismiss') => void;
}

/** One field: what the wire changed, what the editor has, and whose it is to be. */
export function DifferenceCard({ difference, disabled, onDecide }: DifferenceCardProps) {
  const t = useText();
  const label = useFieldName();
  const { field, was, wire, now, note, version, at } = difference;
  const name = label(field);
  const words = useValueText(field);
  return (
    <Box tag="li" background="neutral100" hasRadius padding={3}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography tag="h3" variant="omega" fontWeight="bold">
          {name}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {version !== undefined && `${t('wire.version', { version })} · `}
          <Moment at={at} />
        </Typography>
        <Typography variant="pi" fontWeight="semiBold">
          {t('wire.changed')}
        </Typography>
        <WordDiff from={words(was)} to={words(wire)} label={t('wire.changed-of', { field: name })} />
        <Typography variant="pi" fontWeight="semiBold">
          {t('wire.yours')}
        </Typography>
        <WordDiff from={words(wire)} to={words(now)} label={t('wire.yours-of', { field: name })} />
        {note !== undefined && (
          <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
            {t('wire.note', { note })}
          </Typography>
        )}
        <Flex gap={2} wrap="wrap">
          <Button
            size="S"
            disabled={disabled}
            aria-label={t('wire.accept-of', { field: name })}
            onClick={() => onDecide('accept')}
          >
            {t('wire.accept')}
          </Button>
          <Button
            size="S"
            variant="tertiary"
            disabled={disabled}
            aria-label={t('wire.dismiss-of', { field: name })}
            onClick={() => onDecide('dismiss')}
          >
            {t('wire.dismiss')}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
}
