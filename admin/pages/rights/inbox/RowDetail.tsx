import { Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { InboxKind, InboxRow } from '../../../../contracts/desk';
import { Moment } from '../../../components/Moment';
import { useText } from '../../../intl';
import { PATHS } from '../../../paths';

/** What is to be known about one row, by what is wrong with it. */
export function RowDetail({ kind, row }: { kind: InboxKind; row: InboxRow }) {
  const t = useText();
  if (kind === 'killed-in-use') {
    return (
      <Link tag={NavLink} to={PATHS.takedownOf(row.type, row.documentId)}>
        {t('inbox.take-down')}
      </Link>
    );
  }
  if (kind === 'conflict' && row.contradiction) {
    const { about, stated, other } = row.contradiction;
    return <Detail>{t(`inbox.contradiction.${about}`, { stated, other })}</Detail>;
  }
  if (row.until !== undefined && (kind === 'expiring' || kind === 'expired-live')) {
    return (
      <Typography textColor="neutral800">
        <Moment at={row.until} />
      </Typography>
    );
  }
  return <Detail>{row.byline === undefined ? '–' : t('inbox.byline', { byline: row.byline })}</Detail>;
}

function Detail({ children }: { children: string }) {
  return (
    <Typography tag="div" textColor="neutral800" style={{ maxWidth: '24rem', whiteSpace: 'normal' }}>
      {children}
    </Typography>
  );
}
