import { useRBAC } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { UID } from '../../contracts/uid';
import { MAY } from '../permissions';
import { ImportButton } from './ImportButton';

/** In the Content Manager's lists of articles and photos, for those who may import. The injection zone is shared by every list. */
export function ListImportButton() {
  const { slug } = useParams();
  return slug === UID.article || slug === UID.photo ? <IfAllowed /> : null;
}

function IfAllowed() {
  const { allowedActions } = useRBAC(MAY.import);
  return allowedActions.canImport ? <ImportButton size="S" variant="secondary" /> : null;
}
