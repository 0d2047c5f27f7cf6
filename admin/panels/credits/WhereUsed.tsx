import { Flex, Link, Typography } from '@strapi/design-system';
import { useRBAC } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { useNewswireUsesQuery } from '../../api/deskApi';
import { UsesList } from '../../pages/rights/takedown/UsesList';
import { useText } from '../../intl';
import { PATHS } from '../../paths';
import { MAY } from '../../permissions';

/** The articles that show this photo, and the way to take it out of them. */
export function WhereUsed({ documentId }: { documentId: string }) {
  const t = useText();
  const { allowedActions } = useRBAC(MAY.takeDown);
  const mayTakeDown = allowedActions.canTakeDown === true;
  const { data } = useNewswireUsesQuery({ type: 'photo', documentId }, { skip: !mayTakeDown });
  if (!data) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <UsesList uses={data.uses.slice(0, SHOWN)} total={data.total} type="photo" />
      {data.total > SHOWN && (
        <Typography variant="pi" textColor="neutral600">
          {t('uses.and-more', { count: data.total - SHOWN })}
        </Typography>
      )}
      {data.uses.length > 0 && (
        <Link tag={NavLink} to={PATHS.takedownOf('photo', documentId)}>
          {t('inbox.take-down')}
        </Link>
      )}
    </Flex>
  );
}

const SHOWN = 10;
