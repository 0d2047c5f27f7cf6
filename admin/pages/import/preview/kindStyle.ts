import type { DefaultTheme } from 'styled-components';
import type { Kind } from './fields';

type Color = keyof DefaultTheme['colors'];

/** The colours of each kind: the marker beside a field, the highlight in the text, and the one that is pointed at. */
export const KIND_COLOR: Record<Kind, { line: Color; tint: Color; strong: Color }> = {
  headline: { line: 'primary600', tint: 'primary100', strong: 'primary200' },
  byline: { line: 'secondary600', tint: 'secondary100', strong: 'secondary200' },
  body: { line: 'neutral400', tint: 'neutral100', strong: 'neutral200' },
  photo: { line: 'success600', tint: 'success100', strong: 'success200' },
  rights: { line: 'warning600', tint: 'warning100', strong: 'warning200' },
  filing: { line: 'alternative600', tint: 'alternative100', strong: 'alternative200' },
  comment: { line: 'danger600', tint: 'danger100', strong: 'danger200' },
};
