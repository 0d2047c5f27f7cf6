import { Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import { useText } from '../../intl';

/** The token of a push feed, the only time that it is shown, with the address to send to. */
export function PushToken({ documentId, token }: { documentId: string; token: string }) {
  const t = useText();
  return (
    <Flex
      role="status"
      direction="column"
      alignItems="stretch"
      gap={3}
      padding={5}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
    >
      <Typography fontWeight="semiBold">{t('feeds.token-once')}</Typography>
      <Shown label={t('feeds.token')} value={token} />
      <Shown label={t('feeds.push-address')} value={`${window.location.origin}/api/newswire/push/${documentId}`} />
    </Flex>
  );
}

function Shown({ label, value }: { label: string; value: string }) {
  const t = useText();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  const take = async () => {
    if (await copy(value)) toggleNotification({ type: 'success', message: t('feeds.copied', { label }) });
  };
  return (
    <Field.Root>
      <Field.Label>{label}</Field.Label>
      <Flex gap={2}>
        <TextInput
          readOnly
          value={value}
          onFocus={(event: React.FocusEvent<HTMLInputElement>) => event.target.select()}
        />
        <Button
          variant="secondary"
          size="L"
          startIcon={<Duplicate />}
          aria-label={t('feeds.copy-of', { label })}
          onClick={() => void take()}
        >
          {t('feeds.copy')}
        </Button>
      </Flex>
    </Field.Root>
  );
}
