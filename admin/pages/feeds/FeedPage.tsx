import { Page } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { useNewswireFeedsQuery } from '../../api/feedsApi';
import { useFailureText } from '../../api/useProblem';
import { MAY } from '../../permissions';
import { FeedForm } from './FeedForm';

/** One feed, or a new one. */
export function FeedPage() {
  return (
    <Page.Protect permissions={MAY.manageFeeds}>
      <Loaded />
    </Page.Protect>
  );
}

function Loaded() {
  const failure = useFailureText();
  const { documentId } = useParams();
  const { data, isLoading, error } = useNewswireFeedsQuery(undefined);
  if (isLoading) return <Page.Loading />;
  if (error || !data) return <Page.Error content={failure(error)} />;
  const feed = data.data.find((one) => one.documentId === documentId);
  if (documentId !== undefined && !feed) return <Page.Error />;
  return <FeedForm feed={feed} choices={data.meta} />;
}
