import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useText } from '../../../intl';
import { KINDS, type Kind } from './fields';
import { KIND_COLOR } from './kindStyle';

const Swatch = styled.span<{ $kind: Kind }>`
  background: ${({ theme, $kind }) => theme.colors[KIND_COLOR[$kind].tint]};
  border: 1px solid ${({ theme, $kind }) => theme.colors[KIND_COLOR[$kind].line]};
  border-bottom-width: 3px;
  height: 1.4rem;
  width: 1.4rem;
`;

/** What the colours of the highlights stand for; only those that occur. */
export function Legend({ kinds }: { kinds: ReadonlySet<Kind> }) {
  const t = useText();
  return (
    <Flex tag="ul" gap={3} wrap="wrap" aria-label={t('source.legend')}>
      {KINDS.filter((kind) => kinds.has(kind)).map((kind) => (
        <Flex tag="li" key={kind} gap={1}>
          <Swatch $kind={kind} aria-hidden />
          <Typography variant="pi">{t(`kind.${kind}`)}</Typography>
        </Flex>
      ))}
    </Flex>
  );
}
