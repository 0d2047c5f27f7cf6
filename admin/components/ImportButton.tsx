import { LinkButton } from '@strapi/design-system';
import { Feather } from '@strapi/icons';
import { Link } from 'react-router-dom';
import { useText } from '../intl';
import { PATHS } from '../paths';

/** Leads to the import page. */
export function ImportButton({ size, variant }: { size?: 'S' | 'M'; variant?: 'default' | 'secondary' }) {
  const t = useText();
  return (
    <LinkButton tag={Link} to={PATHS.import} startIcon={<Feather />} size={size} variant={variant}>
      {t('import.title')}
    </LinkButton>
  );
}
