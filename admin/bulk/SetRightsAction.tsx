import { useMemo } from 'react';
import type { BulkActionComponent } from '@strapi/content-manager/strapi-admin';
import { Quotes } from '@strapi/icons';
import { useRBAC } from '@strapi/strapi/admin';
import type { RightsType } from '../../contracts/rights';
import { useText } from '../intl';
import { MAY } from '../permissions';
import { rightsTypeOf } from '../rightsTypes';
import { SetRightsDialog } from './SetRightsDialog';

/** Sets credit and copyright on all selected articles or photos. */
export const SetRightsAction: BulkActionComponent = ({ model, documents }) => {
  const t = useText();
  const { allowedActions } = useRBAC(MAY.editRights);
  const type = rightsTypeOf(model);
  const ids = [...new Set(documents.map(({ documentId }) => documentId))].join(' ');
  // One component for one selection: a new one at each render would lose what was typed.
  const content = useMemo(() => (type === undefined ? undefined : dialogFor(type, ids.split(' '))), [type, ids]);

  if (content === undefined || !allowedActions.canEdit) return null;
  return {
    label: t('bulk.title'),
    icon: <Quotes />,
    variant: 'tertiary',
    dialog: { type: 'modal', title: t('bulk.title'), content },
  };
};

const dialogFor = (type: RightsType, documentIds: string[]) =>
  function SetRights({ onClose }: { onClose: () => void }) {
    return <SetRightsDialog type={type} documentIds={documentIds} onClose={onClose} />;
  };
