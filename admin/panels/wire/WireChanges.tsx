import { Button, Flex, Typography } from '@strapi/design-system';
import { useForm, useNotification } from '@strapi/strapi/admin';
import type { CorrectionsResponse, CorrectionType } from '../../../contracts/corrections';
import { useNewswireDecideMutation } from '../../api/newswireApi';
import { useFailureText } from '../../api/useProblem';
import { Moment } from '../../components/Moment';
import { useText } from '../../intl';
import { DifferenceCard } from './DifferenceCard';
import { WireStatus } from './WireStatus';

interface WireChangesProps {
  type: CorrectionType;
  documentId: string;
  wire: CorrectionsResponse['data'];
}

/** What the wire has said since an editor worked on this, to be taken or left field by field. */
export function WireChanges({ type, documentId, wire }: WireChangesProps) {
  const t = useText();
  const failure = useFailureText();
  const { toggleNotification } = useNotification();
  const isModified = useForm('NewswireWire', (state) => state.modified);
  const [decide, { isLoading }] = useNewswireDecideMutation();
  const { differences, corrections, closed, held } = wire;
  const fields = differences.map(({ field }) => field);
  // What is taken is written at once: edits that are not saved yet would be lost.
  const disabled = isModified || isLoading;
  const send = async (decision: 'accept' | 'dismiss', chosen: string[]) => {
    const answer = await decide({ type, documentId, request: { [decision]: chosen } });
    if ('error' in answer) toggleNotification({ type: 'danger', message: failure(answer.error) });
    else toggleNotification({ type: 'success', message: t(`wire.done.${decision}`, { count: chosen.length }) });
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <WireStatus closed={closed} held={held} />
      {differences.length > 0 && (
        <>
          <Typography variant="pi" textColor="neutral600">
            {t(isModified ? 'wire.save-first' : 'wire.hint')}
          </Typography>
          <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
            {differences.map((difference) => (
              <DifferenceCard
                key={difference.field}
                difference={difference}
                disabled={disabled}
                onDecide={(decision) => void send(decision, [difference.field])}
              />
            ))}
          </Flex>
        </>
      )}
      {differences.length > 1 && (
        <Flex gap={2} wrap="wrap">
          <Button size="S" variant="secondary" disabled={disabled} onClick={() => void send('accept', fields)}>
            {t('wire.accept-all')}
          </Button>
          <Button size="S" variant="tertiary" disabled={disabled} onClick={() => void send('dismiss', fields)}>
            {t('wire.dismiss-all')}
          </Button>
        </Flex>
      )}
      {corrections.length > 0 && (
        <Flex tag="ol" direction="column" alignItems="stretch" gap={1}>
          {corrections.map(({ at, version, note }) => (
            <Typography key={`${at}-${version ?? ''}`} tag="li" variant="pi" textColor="neutral600">
              {t('wire.corrected')} <Moment at={at} />
              {note !== undefined && `: ${note}`}
            </Typography>
          ))}
        </Flex>
      )}
    </Flex>
  );
}
