import { Flex, Link, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { INBOX_KINDS } from '../../contracts/desk';
import { useNewswireInboxCountsQuery } from '../api/deskApi';
import { useText } from '../intl';
import { useCountText } from '../pages/rights/inbox/useCountText';
import { PATHS } from '../paths';

/** How much waits in the rights inbox, on the home page. */
export function RightsWidget() {
  const t = useText();
  const shown = useCountText();
  const {
    data: counts,
    isLoading,
    error,
  } = useNewswireInboxCountsQuery(undefined, { refetchOnMountOrArgChange: true });
  if (isLoading) return <Widget.Loading />;
  if (error || !counts) return <Widget.Error />;
  const waiting = INBOX_KINDS.map((kind) => ({ kind, of: counts.filter((count) => count.kind === kind) })).filter(({ of }) => of.some(({ total }) => total > 0)); // prettier-ignore
  if (waiting.length === 0) return <Widget.NoData>{t('inbox.empty')}</Widget.NoData>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2} width="100%">
      {waiting.map(({ kind, of }) => {
        const type = of.find(({ total }) => total > 0)?.type ?? 'photo';
        return (
          <Flex tag="li" key={kind} justifyContent="space-between" gap={4}>
            <Link tag={NavLink} to={`${PATHS.inbox}?kind=${kind}&type=${type}`}>
              {t(`inbox.kind.${kind}`)}
            </Link>
            <Typography textColor="neutral800" fontWeight="semiBold">
              {shown(...of)}
            </Typography>
          </Flex>
        );
      })}
    </Flex>
  );
}
