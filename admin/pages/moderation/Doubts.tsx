import { Flex, Typography } from '@strapi/design-system';
import { REPORT_REASONS, type QueuedComment, type ReportReason } from '../../../contracts/comments';
import { Chip } from '../../components/Chip';
import { Moment } from '../../components/Moment';
import { useText } from '../../intl';
import { VERDICT_TONE } from './tones';

const isReason = (reason: string): reason is ReportReason => (REPORT_REASONS as readonly string[]).includes(reason);

/** What speaks against a comment: what the checks found, what readers reported, what a moderator has said before. */
export function Doubts({ comment }: { comment: QueuedComment }) {
  const t = useText();
  const { findings, reports, reason, moderatedBy, moderatedAt } = comment;
  return (
    <>
      {findings.length > 0 && (
        <Flex tag="ul" gap={2} wrap="wrap" aria-label={t('comments.findings')}>
          {findings.map(({ check, verdict, detail }) => (
            <li key={check}>
              <Chip tone={VERDICT_TONE[verdict]}>
                {detail === undefined ? t(`comments.check.${check}`) : `${t(`comments.check.${check}`)}: ${detail}`}
              </Chip>
            </li>
          ))}
        </Flex>
      )}
      {reports.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="flex-start" gap={1} aria-label={t('comments.reports')}>
          {reports.map((report) => (
            <Flex tag="li" key={`${report.at}${report.reason}`} gap={2} wrap="wrap">
              <Chip tone="alternative">
                {isReason(report.reason) ? t(`comments.report.${report.reason}`) : report.reason}
              </Chip>
              {report.note !== undefined && <Typography textColor="neutral800">{report.note}</Typography>}
              <Typography variant="pi" textColor="neutral600">
                <Moment at={report.at} />
              </Typography>
            </Flex>
          ))}
        </Flex>
      )}
      {moderatedAt !== undefined && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t('comments.moderated-by', { name: moderatedBy ?? '–' })} <Moment at={moderatedAt} />
          {reason === undefined ? '' : `: ${reason}`}
        </Typography>
      )}
    </>
  );
}
