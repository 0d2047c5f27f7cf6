import { Typography } from '@strapi/design-system';
import type { ValidityReason } from '../../../contracts/validity';
import { useReasonText } from './useVerdict';

/** Why something may not be shown, the gravest first. */
export function Reasons({ reasons }: { reasons: readonly ValidityReason[] }) {
  const reasonText = useReasonText();
  if (reasons.length === 0) return null;
  return (
    <ul>
      {reasons.map((reason) => (
        <li key={reason}>
          <Typography variant="pi" textColor="neutral800">
            {reasonText(reason)}
          </Typography>
        </li>
      ))}
    </ul>
  );
}
