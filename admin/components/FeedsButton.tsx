import { LinkButton } from '@strapi/design-system';
import { useRBAC } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { useText } from '../intl';
import { PATHS } from '../paths';
import { MAY } from '../permissions';

/** Leads to the feeds, for those who may manage them. */
export function FeedsButton() {
  const t = useText();
  const { allowedActions } = useRBAC(MAY.manageFeeds);
  if (!Object.values(allowedActions).some(Boolean)) return null;
  return (
    <LinkButton tag={Link} to={PATHS.feeds} variant="tertiary">
      {t('feeds.title')}
    </LinkButton>
  );
}
