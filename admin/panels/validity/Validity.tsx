import { useState } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle, CrossCircle, WarningCircle } from '@strapi/icons';
import { useRBAC } from '@strapi/strapi/admin';
import type { RightsType } from '../../../contracts/rights';
import type { Verdict as VerdictOf } from '../../../contracts/validity';
import { useNewswireValidityQuery } from '../../api/validityApi';
import { DocumentLink } from '../../components/DocumentLink';
import { useText } from '../../intl';
import { MAY } from '../../permissions';
import { Decisions } from './Decisions';
import { Reasons } from './Reasons';
import { toneOf, type Tone } from './tone';
import { useReasonText, useVerdict } from './useVerdict';

/** The judgement as it stands for the saved draft: in words, in colour, and why. */
export function Validity({ type, documentId }: { type: RightsType; documentId: string }) {
  const t = useText();
  const reasonText = useReasonText();
  const { allowedActions } = useRBAC(MAY.overrideRights);
  const { data } = useNewswireValidityQuery({ type, documentId });
  if (!data) return null;
  const { published, unreleased, samePicture, hiddenPhotos, decisions } = data;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <Verdict of={data} title={published && t('validity.draft')} />
      {published && <Verdict of={published} title={t('validity.published')} />}
      {published && (
        <Typography variant="pi" textColor="neutral800">
          {t('validity.published-hint')}
        </Typography>
      )}
      {samePicture && (
        <Typography variant="pi" textColor="neutral800">
          {t('validity.same-picture')} <DocumentLink target={{ type: 'photo', ...samePicture }} />
        </Typography>
      )}
      {unreleased && (
        <Typography variant="pi" textColor="neutral800">
          {t('validity.unreleased')}
        </Typography>
      )}
      {hiddenPhotos.length > 0 && (
        <Flex direction="column" alignItems="stretch" gap={1}>
          <Typography variant="pi" textColor="neutral800">
            {t('validity.hidden-photos', { count: hiddenPhotos.length })}
          </Typography>
          <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
            {hiddenPhotos.map((photo) => (
              <li key={photo.documentId}>
                <DocumentLink target={{ type: 'photo', ...photo }} />
                <Typography tag="div" variant="pi" textColor="neutral600">
                  {photo.reasons.map(reasonText).join(' · ')}
                </Typography>
              </li>
            ))}
          </Flex>
        </Flex>
      )}
      <Decisions
        type={type}
        documentId={documentId}
        decisions={decisions}
        reasons={data.reasons}
        mayDecide={allowedActions.canOverride === true}
      />
    </Flex>
  );
}

/** What holds, in words and in its colour; with whose it is, where there are two. */
function Verdict({ of, title }: { of: VerdictOf; title: string | undefined }) {
  const verdict = useVerdict();
  const [now] = useState(Date.now);
  const tone = toneOf(of, now);
  return (
    <Flex gap={2} alignItems="flex-start" padding={3} hasRadius background={`${tone}100`} borderColor={`${tone}200`}>
      <Icon tone={tone} />
      <Flex direction="column" alignItems="flex-start" gap={1}>
        {title !== undefined && (
          <Typography variant="sigma" textColor="neutral800">
            {title}
          </Typography>
        )}
        <Typography variant="pi" fontWeight="semiBold" textColor="neutral800">
          {verdict(of)}
        </Typography>
        <Reasons reasons={of.reasons} />
      </Flex>
    </Flex>
  );
}

const ICONS = { success: CheckCircle, warning: WarningCircle, danger: CrossCircle };

function Icon({ tone }: { tone: Tone }) {
  const Sign = ICONS[tone];
  return <Sign fill={`${tone}600`} aria-hidden style={{ flexShrink: 0 }} />;
}
