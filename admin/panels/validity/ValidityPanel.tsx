import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useText } from '../../intl';
import { rightsTypeOf } from '../../rightsTypes';
import { Validity } from './Validity';

/** The side panel that says whether an article or photo may be shown, and lets editors decide about it. */
export const ValidityPanel: PanelComponent = ({ model, documentId, document }) => {
  const t = useText();
  const type = rightsTypeOf(model);
  // Nothing can be said of a document that is not saved yet.
  if (type === undefined || !document || documentId === undefined) return null;
  return { title: t('validity.title'), content: <Validity type={type} documentId={documentId} /> };
};
