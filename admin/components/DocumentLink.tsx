import { Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Target } from '../../contracts/imports';
import { UID } from '../../contracts/uid';
import { editPath } from '../contentManager';
import { useText } from '../intl';

/** Leads to a document's edit view. In a new tab where leaving the page would lose corrections. */
export function DocumentLink({ target, newTab = false }: { target: Target; newTab?: boolean }) {
  const t = useText();
  const title = target.title || t(`type.${target.type}`);
  const aside = newTab ? { target: '_blank', rel: 'noreferrer' } : {};
  return (
    <Link tag={NavLink} to={editPath(UID[target.type], target.documentId)} {...aside}>
      {title}
    </Link>
  );
}
