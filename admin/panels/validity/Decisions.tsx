import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import type { RightsType } from '../../../contracts/rights';
import type { ShownDecision, ValidityReason } from '../../../contracts/validity';
import { useText } from '../../intl';
import { DecisionForm } from './DecisionForm';
import { useWhen } from './useVerdict';
import { WithdrawForm } from './WithdrawForm';

interface DecisionsProps {
  type: RightsType;
  documentId: string;
  decisions: readonly ShownDecision[];
  mayDecide: boolean;
  reasons: readonly ValidityReason[];
}

/** What editors have decided, with who, why and until when; and a new decision for those who may. */
export function Decisions({ type, documentId, decisions, mayDecide, reasons }: DecisionsProps) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {decisions.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
          {decisions.map((decision) => (
            <li key={decision.id}>
              <Decision decision={decision} />
              {mayDecide && <WithdrawForm type={type} documentId={documentId} id={decision.id} />}
            </li>
          ))}
        </Flex>
      )}
      {mayDecide &&
        (isOpen ? (
          <DecisionForm type={type} documentId={documentId} reasons={reasons} onDone={() => setIsOpen(false)} />
        ) : (
          <Button variant="tertiary" onClick={() => setIsOpen(true)} fullWidth>
            {t('decision.new')}
          </Button>
        ))}
    </Flex>
  );
}

function Decision({ decision: { effect, who, why, from, until } }: { decision: ShownDecision }) {
  const t = useText();
  const when = useWhen();
  const span = [
    from !== undefined && t('decision.from', { date: when(from) }),
    until !== undefined && t('decision.until', { date: when(until) }),
  ].filter((part) => typeof part === 'string');
  return (
    <>
      <Typography tag="div" variant="pi" fontWeight="semiBold" textColor="neutral800">
        {[t(`decision.${effect}`), ...span].join(' ')}
      </Typography>
      <Typography tag="div" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
        {`${who}: ${why}`}
      </Typography>
    </>
  );
}
