import { EmptyStateLayout } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, useQueryParams } from '@strapi/strapi/admin';
import { rightsType } from '../../../../contracts/rights';
import { useNewswireUsesQuery } from '../../../api/deskApi';
import { useFailureText } from '../../../api/useProblem';
import { Problem } from '../../../components/Problem';
import { useText } from '../../../intl';
import { DeskNav } from '../DeskNav';
import { KilledList } from './KilledList';
import { TakedownForm } from './TakedownForm';

/** Takes a killed photo or story out of everything that uses it. Which one stands in the address. */
export function TakedownPage() {
  const t = useText();
  const [{ query }] = useQueryParams<{ type?: string; id?: string }>();
  const type = rightsType.safeParse(query?.type).data;
  return (
    <Page.Main>
      <Page.Title>{t('takedown.title')}</Page.Title>
      <Layouts.Header title={t('takedown.title')} subtitle={t('takedown.subtitle')} />
      <Layouts.Content>
        <DeskNav />
        {type === undefined || query?.id === undefined ? (
          <KilledList />
        ) : (
          <Target key={query.id} type={type} documentId={query.id} />
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

function Target({ type, documentId }: { type: 'article' | 'photo'; documentId: string }) {
  const t = useText();
  const failure = useFailureText();
  const { data, isLoading, error } = useNewswireUsesQuery({ type, documentId });
  if (isLoading) return <Page.Loading />;
  if (error) return <Problem>{failure(error)}</Problem>;
  if (!data) return <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={t('takedown.none')} hasRadius />;
  return <TakedownForm type={type} item={data} />;
}
