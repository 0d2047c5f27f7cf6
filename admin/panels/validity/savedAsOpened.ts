import type { DocumentActionComponent } from '@strapi/content-manager/strapi-admin';
import { useForm } from '@strapi/strapi/admin';
import { RIGHTS_OF_BOTH, RIGHTS_OF_PHOTOS } from '../../../contracts/rights';
import { useNewswireTellFormMutation } from '../../api/validityApi';
import { rightsTypeOf } from '../../rightsTypes';
import { usePressedByKeys } from './usePressedByKeys';

/** What others may have done to the rights of a document while its form stood open. */
const FIELDS = [...RIGHTS_OF_BOTH, ...RIGHTS_OF_PHOTOS];

/**
 * Strapi's own Save and Publish, which send the whole form. The server is told before what the form was opened with, so
 * that it can tell what the editor has changed from what somebody else has, and takes nothing back that is stricter.
 */
export function savedAsOpened(useAction: DocumentActionComponent): DocumentActionComponent {
  const SavedAsOpened: DocumentActionComponent = (props) => {
    const action = useAction(props);
    const initial = useForm('SavedAsOpened', ({ initialValues }) => initialValues as Record<string, unknown>);
    const [tell] = useNewswireTellFormMutation();
    const { model, documentId, document } = props;
    const type = rightsTypeOf(model);
    const isOurs = type !== undefined && documentId !== undefined && document !== undefined;
    usePressedByKeys(useAction.type === 'publish' ? 'publish' : 'update', isOurs ? action?.label : undefined);
    if (!action?.onClick || type === undefined || !documentId || !document) return action;
    const { onClick } = action;
    return {
      ...action,
      onClick: async (event) => {
        const fields = Object.fromEntries(
          FIELDS.filter((name) => name in initial).map((name) => [name, initial[name]]),
        );
        await tell({ type, documentId, fields });
        return onClick(event);
      },
    };
  };
  return Object.assign(SavedAsOpened, { type: useAction.type, position: useAction.position });
}
