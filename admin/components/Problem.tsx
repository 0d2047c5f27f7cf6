import type { ReactNode } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';

/** Something went wrong, in place, announced to screen readers. Notifications are for what passes; this stays. */
export function Problem({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <Flex
      role="alert"
      gap={3}
      alignItems="flex-start"
      padding={4}
      background="danger100"
      borderColor="danger200"
      hasRadius
    >
      <WarningCircle fill="danger600" aria-hidden width="2rem" height="2rem" style={{ flexShrink: 0 }} />
      <Flex direction="column" alignItems="flex-start" gap={1}>
        {title !== undefined && (
          <Typography fontWeight="semiBold" textColor="neutral800">
            {title}
          </Typography>
        )}
        <Typography textColor="neutral800">{children}</Typography>
      </Flex>
    </Flex>
  );
}
