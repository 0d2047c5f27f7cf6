import type { ReactNode } from 'react';
import { Field, Flex } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Origin } from '../../../../contracts/imports';
import { Chip } from '../../../components/Chip';
import { useText } from '../../../intl';
import { Confidence } from './Confidence';
import { kindOf, type Kind } from './fields';
import { controlId, useHighlight } from './highlight';
import { KIND_COLOR } from './kindStyle';
import { isPointedAt } from './spans';

const Row = styled.div<{ $kind: Kind; $active: boolean }>`
  border-inline-start: 4px solid ${({ theme, $kind }) => theme.colors[KIND_COLOR[$kind].line]};
  background: ${({ theme, $kind, $active }) => ($active ? theme.colors[KIND_COLOR[$kind].tint] : 'transparent')};
  padding: 0.4rem 0.8rem 0.8rem 1.2rem;
`;

interface FieldRowProps {
  item: number;
  path: string;
  label: string;
  /** Where the value was read; absent for what the format did not carry. */
  origin?: Origin;
  corrected: boolean;
  hint?: string;
  /** Why the value cannot be stored. */
  error?: string;
  /** The control takes its id and name from the design system's field. */
  children: ReactNode;
}

/** A labelled control, marked with its kind, tied to its place in the source text by hover and focus. */
export function FieldRow({ item, path, label, origin, corrected, hint, error, children }: FieldRowProps) {
  const t = useText();
  const { active, focus, onHover } = useHighlight(item);
  const isActive = active !== undefined && (isPointedAt(active, path) || isPointedAt(path, active));
  return (
    <Row $kind={kindOf(path)} $active={isActive} onFocus={() => focus(path)} {...onHover(path)}>
      <Field.Root id={controlId(item, path)} name={controlId(item, path)} hint={hint} error={error}>
        <Flex justifyContent="space-between" gap={2} wrap="wrap">
          <Field.Label>{label}</Field.Label>
          {corrected ? (
            <Chip tone="alternative" size="S">
              {t('field.corrected')}
            </Chip>
          ) : (
            origin && <Confidence origin={origin} />
          )}
        </Flex>
        {children}
        {hint !== undefined && <Field.Hint />}
        <Field.Error />
      </Field.Root>
    </Row>
  );
}
