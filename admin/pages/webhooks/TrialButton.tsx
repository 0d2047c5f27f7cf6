import { Button } from '@strapi/design-system';
import { Play } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import type { Webhook } from '../../../contracts/webhooks';
import { useNewswireTryWebhookMutation } from '../../api/webhooksApi';
import { useFailureText } from '../../api/useProblem';
import { useText } from '../../intl';

/** Sends Strapi's test event to the address that is saved, and says what came back. */
export function TrialButton({ webhook }: { webhook: Webhook }) {
  const t = useText();
  const failure = useFailureText();
  const { toggleNotification } = useNotification();
  const [send, { isLoading }] = useNewswireTryWebhookMutation();
  const run = async () => {
    const answer = await send(webhook.id);
    if ('error' in answer) return toggleNotification({ type: 'danger', message: failure(answer.error) });
    const { statusCode: status, message } = answer.data;
    const isFine = status >= 200 && status < 300;
    toggleNotification({
      type: isFine ? 'success' : 'warning',
      message: isFine
        ? t('webhooks.test-fine', { status })
        : t('webhooks.test-failed', { status, message: (message ?? '').slice(0, 200) }),
    });
  };
  return (
    <Button variant="tertiary" startIcon={<Play />} loading={isLoading} onClick={() => void run()}>
      {t('webhooks.test')}
    </Button>
  );
}
