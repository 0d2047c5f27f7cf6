import { Page } from '@strapi/strapi/admin';
import { Route, Routes, useParams } from 'react-router-dom';
import type { Webhook } from '../../../contracts/webhooks';
import { useNewswireWebhooksQuery } from '../../api/webhooksApi';
import { useFailureText } from '../../api/useProblem';
import { MAY } from '../../permissions';
import { WebhookForm } from './WebhookForm';
import { WebhooksList } from './WebhooksList';

/** Settings → Newswire → Webhooks. Strapi's own form for webhooks lists a fixed set of events, which ours are not in. */
export default function WebhooksSettings() {
  return (
    <Page.Protect permissions={MAY.readWebhooks}>
      <Loaded />
    </Page.Protect>
  );
}

function Loaded() {
  const failure = useFailureText();
  const { data, isLoading, error } = useNewswireWebhooksQuery(undefined, { refetchOnMountOrArgChange: true });
  if (isLoading) return <Page.Loading />;
  if (error || !data) return <Page.Error content={failure(error)} />;
  return (
    <Routes>
      <Route index element={<WebhooksList webhooks={data} />} />
      <Route path="new" element={<WebhookForm webhook={undefined} />} />
      <Route path=":id" element={<One webhooks={data} />} />
    </Routes>
  );
}

function One({ webhooks }: { webhooks: readonly Webhook[] }) {
  const { id } = useParams();
  const webhook = webhooks.find((one) => one.id === id);
  return webhook ? <WebhookForm webhook={webhook} /> : <Page.Error />;
}
