import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useNewswireCorrectionsQuery } from '../../api/newswireApi';
import { useText } from '../../intl';
import { rightsTypeOf } from '../../rightsTypes';
import { WireChanges } from './WireChanges';

/** The side panel "Wire" of articles and photos: there only while the wire has something to say. */
export const WirePanel: PanelComponent = ({ model, documentId, document }) => {
  const t = useText();
  const type = rightsTypeOf(model);
  const isThere = type !== undefined && document !== undefined && documentId !== undefined;
  const { data } = useNewswireCorrectionsQuery(
    { type: type ?? 'article', documentId: documentId ?? '' },
    { skip: !isThere },
  );
  if (!isThere || !data) return null;
  const count = data.differences.length;
  if (count === 0 && data.corrections.length === 0 && !data.closed && !data.held) return null;
  return {
    title: count === 0 ? t('wire.title') : t('wire.title-open', { count }),
    content: <WireChanges type={type} documentId={documentId} wire={data} />,
  };
};
