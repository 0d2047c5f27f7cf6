import { useEffect, useMemo, useRef } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Origin } from '../../../../contracts/imports';
import { useText } from '../../../intl';
import { kindOf, type Kind } from './fields';
import { focusControl, useHighlight } from './highlight';
import { KIND_COLOR } from './kindStyle';
import { Legend } from './Legend';
import { beginningOf, isTooLong } from './long';
import { controlOf, isPointedAt, segments, spansOf, type Segment } from './spans';
import { useFieldLabel } from './useFieldLabel';

const Sheet = styled.div`
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.3rem;
  line-height: 1.7;
  max-height: calc(100vh - 28rem);
  min-height: 24rem;
  overflow: auto;
  overflow-wrap: anywhere;
  padding: 1.6rem;
  position: relative;
  white-space: pre-wrap;
`;

const Mark = styled.mark<{ $kind: Kind; $active: boolean }>`
  background: ${({ theme, $kind, $active }) => theme.colors[KIND_COLOR[$kind][$active ? 'strong' : 'tint']]};
  border-bottom: 2px solid ${({ theme, $kind }) => theme.colors[KIND_COLOR[$kind].line]};
  color: inherit;
  cursor: pointer;
  outline: ${({ theme, $kind, $active }) => ($active ? `1px solid ${theme.colors[KIND_COLOR[$kind].line]}` : 'none')};
`;

const Tab = styled.span<{ $kind: Kind }>`
  border-inline-start: 0.6rem solid ${({ theme, $kind }) => theme.colors[KIND_COLOR[$kind].line]};
  color: ${({ theme }) => theme.colors.neutral700};
  font-size: 1rem;
  font-weight: 600;
  margin-inline-end: 0.4rem;
  padding-inline-start: 0.4rem;
  user-select: none;
`;

/** A field's name stands once, where its first mark begins; a wider field's name before that of one inside it. */
function withTabs(pieces: readonly Segment[]): (Segment & { tabs: string[] })[] {
  const named = new Set<string>();
  return pieces.map((piece) => {
    const tabs = piece.paths.toReversed().filter((path) => !named.has(controlOf(path)));
    for (const path of tabs) named.add(controlOf(path));
    return { ...piece, tabs };
  });
}

interface SourcePanelProps {
  item: number;
  text: string;
  provenance: Readonly<Record<string, Origin>>;
}

/** The text as it came in, with every field's place marked. Pointing at a mark points at its field; a click goes there. */
export function SourcePanel({ item, text, provenance }: SourcePanelProps) {
  const t = useText();
  const label = useFieldLabel();
  const { active, onHover } = useHighlight(item);
  const sheet = useRef<HTMLDivElement>(null);
  const tooLong = isTooLong(text);
  const pieces = useMemo(() => {
    const shown = beginningOf(text);
    // Thousands of marks in a long text would make every move of the pointer slow.
    return withTabs(segments(shown, tooLong ? [] : spansOf(provenance, text.length)));
  }, [text, tooLong, provenance]);
  const kinds = new Set(pieces.flatMap(({ paths }) => paths.map(kindOf)));
  const first = pieces.find(({ paths }) => paths.some((path) => isPointedAt(path, active)))?.start;

  // Brings the place of the field that is being edited into view, without moving the page.
  useEffect(() => {
    const mark = sheet.current?.querySelector<HTMLElement>(`[data-start="${String(first)}"]`);
    if (!sheet.current || !mark) return;
    const { scrollTop, clientHeight } = sheet.current;
    const isVisible = mark.offsetTop >= scrollTop && mark.offsetTop + mark.offsetHeight <= scrollTop + clientHeight;
    if (!isVisible) sheet.current.scrollTo({ top: mark.offsetTop - clientHeight / 3, behavior: 'smooth' });
  }, [first]);

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography tag="h3" variant="delta">
        {t('source.title')}
      </Typography>
      {kinds.size > 0 && <Legend kinds={kinds} />}
      <Sheet ref={sheet} role="region" aria-label={t('source.title')} tabIndex={0}>
        {pieces.map(({ start, text: piece, paths, tabs }) => {
          const path = paths[0];
          if (path === undefined) return <span key={start}>{piece}</span>;
          return (
            <Mark
              key={start}
              data-start={start}
              $kind={kindOf(path)}
              $active={paths.some((one) => isPointedAt(one, active))}
              {...onHover(path)}
              onClick={() => focusControl(item, controlOf(path))}
            >
              {tabs.map((tab) => (
                <Tab key={tab} $kind={kindOf(tab)} aria-hidden>
                  {label(tab)}
                </Tab>
              ))}
              {piece}
            </Mark>
          );
        })}
      </Sheet>
      <Box>
        <Typography variant="pi" textColor="neutral600">
          {t(tooLong ? 'source.too-long' : kinds.size > 0 ? 'source.hint' : 'source.no-marks')}
        </Typography>
      </Box>
    </Flex>
  );
}
