import type { ReactNode } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowsCounterClockwise, Magic } from '@strapi/icons';
import { useForm } from '@strapi/strapi/admin';
import { RIGHTS_FIELDS, type RightsField, type RightsFields, type RightsType } from '../../../contracts/rights';
import { useNewswireRightsQuery } from '../../api/newswireApi';
import { Moment } from '../../components/Moment';
import { useText } from '../../intl';
import { differing, linesOf, offered } from '../../lines';
import { AgencyTerms } from './AgencyTerms';
import { CreditField } from './CreditField';
import { CreditWarnings } from './CreditWarnings';
import { History } from './History';
import { Reason } from './Reason';
import { Restrictions } from './Restrictions';
import { ShownCredit } from './ShownCredit';
import { useFieldAccess } from './useFieldAccess';
import { WhereUsed } from './WhereUsed';

interface CreditsProps {
  type: RightsType;
  documentId: string | undefined;
}

/**
 * The six lines, bound to the edit form's own values: they are saved, validated and discarded with everything else.
 * Beside them what was delivered and what the agency's usual lines are, where the server can tell.
 */
export function Credits({ type, documentId }: CreditsProps) {
  const t = useText();
  const form = useForm('NewswireCredits', (state) => state);
  const access = useFieldAccess(documentId === undefined);
  const { data: rights } = useNewswireRightsQuery(
    { type, documentId: documentId ?? '' },
    { skip: documentId === undefined },
  );

  const now = linesOf(form.values);
  // With a byline, the agency's form is a credit of its own.
  const houseByline = rights?.suggested?.creditLine ? now.byline : null;
  const editable = (field: RightsField | 'restrictions') => !form.disabled && access(field) === 'edit';
  const edited = differing(now, rights?.delivered).filter(editable);
  const usual = offered(now, rights?.suggested, rights?.delivered).filter(editable);
  const set = (fields: readonly RightsField[], lines: RightsFields | null | undefined) => {
    for (const field of fields) form.onChange(field, lines?.[field] ?? null);
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      {documentId !== undefined && (
        <CreditWarnings
          type={type}
          rights={rights}
          credit={access('creditLine') === 'hidden' ? undefined : (now.creditLine ?? houseByline)}
        />
      )}
      {access('creditLine') !== 'hidden' && <ShownCredit type={type} documentId={documentId} lines={now} />}
      {RIGHTS_FIELDS.filter((field) => access(field) !== 'hidden').map((field) => (
        <CreditField
          key={field}
          field={field}
          value={now[field]}
          disabled={!editable(field)}
          delivered={edited.includes(field) ? rights?.delivered?.[field] : undefined}
          usual={usual.includes(field) ? rights?.suggested?.[field] : undefined}
          agency={rights?.agency}
          onChange={(value) => form.onChange(field, value)}
        />
      ))}
      {edited.length > 1 && (
        <AllButton icon={<ArrowsCounterClockwise />} onClick={() => set(edited, rights?.delivered)}>
          {t('credits.back-to-delivered')}
        </AllButton>
      )}
      {usual.length > 1 && (
        <AllButton icon={<Magic />} onClick={() => set(usual, rights?.suggested)}>
          {t('credits.use-all-usual', { agency: rights?.agency ?? t('credits.the-agency') })}
        </AllButton>
      )}
      {access('restrictions') !== 'hidden' && <Restrictions disabled={!editable('restrictions')} />}
      {access('restrictions') !== 'hidden' && rights && <AgencyTerms rights={rights} />}
      {documentId !== undefined && <Reason />}
      {type === 'photo' && documentId !== undefined && <WhereUsed documentId={documentId} />}
      {rights?.deliveredAt !== undefined && (
        <Typography variant="pi" textColor="neutral600">
          {t('credits.delivered-at')} <Moment at={rights.deliveredAt} />
        </Typography>
      )}
      {rights && <History events={rights.history} />}
    </Flex>
  );
}

interface AllButtonProps {
  icon: ReactNode;
  onClick: () => void;
  children: string;
}

/** The panel is narrow and languages are long: the button grows with its text. */
function AllButton({ icon, onClick, children }: AllButtonProps) {
  return (
    <Button
      variant="tertiary"
      startIcon={icon}
      onClick={onClick}
      fullWidth
      style={{ height: 'auto', minHeight: '3.2rem', paddingBlock: '0.6rem' }}
    >
      {children}
    </Button>
  );
}
