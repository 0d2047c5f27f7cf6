import { Badge } from '@strapi/design-system';

export type Tone = 'neutral' | 'primary' | 'secondary' | 'success' | 'warning' | 'danger' | 'alternative';

interface ChipProps {
  tone: Tone;
  size?: 'S' | 'M';
  title?: string;
  children: string;
}

/** The design system's badge, in its colours, with a text that is dark (or light) enough to be read by everybody. */
export function Chip({ tone, size, title, children }: ChipProps) {
  return (
    <Badge backgroundColor={`${tone}200`} textColor="neutral800" size={size} title={title} style={{ flexShrink: 0 }}>
      {children}
    </Badge>
  );
}
