import { Flex, LinkButton } from '@strapi/design-system';
import { useRBAC } from '@strapi/strapi/admin';
import { NavLink, useLocation } from 'react-router-dom';
import { useText } from '../../intl';
import { PATHS } from '../../paths';
import { MAY } from '../../permissions';

/** Leads from one of the rights desk's pages to the others. */
export function DeskNav() {
  const t = useText();
  const { pathname } = useLocation();
  const { allowedActions } = useRBAC(MAY.rightsDesk);
  const pages = [
    { to: PATHS.inbox, label: t('inbox.title'), may: allowedActions.canEdit },
    { to: PATHS.takedown, label: t('takedown.title'), may: allowedActions.canTakeDown },
    { to: PATHS.usage, label: t('usage.title'), may: allowedActions.canRead },
  ];
  return (
    <Flex tag="nav" aria-label={t('rights.nav')} gap={2} paddingBottom={4}>
      {pages
        .filter(({ may }) => may)
        .map(({ to, label }) => {
          const isHere = pathname === to;
          return (
            <LinkButton key={to} tag={NavLink} to={to} size="S" variant={isHere ? 'secondary' : 'tertiary'}>
              {label}
            </LinkButton>
          );
        })}
    </Flex>
  );
}
