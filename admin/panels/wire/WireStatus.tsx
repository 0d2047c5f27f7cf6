import { Box, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { CorrectionsResponse } from '../../../contracts/corrections';
import { Moment } from '../../components/Moment';
import { Problem } from '../../components/Problem';
import { useText } from '../../intl';
import { PATHS } from '../../paths';

type Wire = CorrectionsResponse['data'];

/** That the provider has taken it back, or that it is kept from readers for now. */
export function WireStatus({ closed, held }: Pick<Wire, 'closed' | 'held'>) {
  const t = useText();
  return (
    <>
      {closed && (
        <Problem title={t(`wire.closed.${closed.pubStatus}`)}>
          {closed.note}
          {closed.at !== undefined && (
            <>
              {' '}
              <Moment at={closed.at} />
            </>
          )}
          {closed.run !== undefined && (
            <>
              {' '}
              <Link tag={NavLink} to={PATHS.run(closed.run)}>
                {t('wire.run')}
              </Link>
            </>
          )}
        </Problem>
      )}
      {held && (
        <Box background="alternative100" hasRadius padding={3} role="status">
          <Typography variant="pi" textColor="neutral800">
            {t(held.goesOut ? 'wire.goes-out' : 'wire.held')} <Moment at={held.until} />
          </Typography>
        </Box>
      )}
    </>
  );
}
