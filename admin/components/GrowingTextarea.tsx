import { Textarea } from '@strapi/design-system';
import { styled } from 'styled-components';

/** Grows with its text where the browser can; it can be pulled larger everywhere. */
export const GrowingTextarea = styled(Textarea)`
  field-sizing: content;
  max-height: 32rem;
  overflow-wrap: anywhere;
`;
