import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { partsBetween } from './words';

const Text = styled.div`
  max-height: 24rem;
  overflow-y: auto;
  overflow-wrap: anywhere;
  white-space: pre-line;
  & ins {
    background: ${({ theme }) => theme.colors.success200};
    text-decoration: underline;
  }
  & del {
    background: ${({ theme }) => theme.colors.danger200};
  }
  & del + ins {
    margin-inline-start: 0.3em;
  }
`;

const TAGS = { same: 'span', gone: 'del', new: 'ins' } as const;

/** A text, or the entries of a list. */
type Shown = string | readonly string[];

/** What was taken out is struck through, what was put in is underlined: for those who see no colours too. */
export function WordDiff({ from, to, label }: { from: Shown; to: Shown; label: string }) {
  return (
    <Typography tag="div" variant="pi" textColor="neutral800">
      {/* Long texts scroll: the keyboard must be able to. */}
      <Text tabIndex={0} role="group" aria-label={label}>
        {partsBetween(from, to).map(({ kind, text }, n) => {
          const Tag = TAGS[kind];
          return <Tag key={n}>{text}</Tag>;
        })}
      </Text>
    </Typography>
  );
}
