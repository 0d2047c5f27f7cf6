import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useText } from '../../intl';
import { rightsTypeOf } from '../../rightsTypes';
import { Credits } from './Credits';

/** The side panel "Credits & copyright" of articles and photos. */
export const CreditsPanel: PanelComponent = ({ model, documentId, document }) => {
  const t = useText();
  const type = rightsTypeOf(model);
  if (type === undefined) return null;
  return {
    title: t('credits.title'),
    // A document that is being made or cloned has no history of its own yet.
    content: <Credits type={type} documentId={document ? documentId : undefined} />,
  };
};
