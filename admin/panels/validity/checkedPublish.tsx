import type { DocumentActionComponent } from '@strapi/content-manager/strapi-admin';
import { useRef } from 'react';
import { Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { UID } from '../../../contracts/uid';
import type { ValidityReason } from '../../../contracts/validity';
import { useFailureText } from '../../api/useProblem';
import { useNewswireConfirmMutation, useNewswireValidityQuery } from '../../api/validityApi';
import { useText } from '../../intl';
import { Reasons } from './Reasons';

/** Strapi's own Publish, with a question before it where the saved article may not be shown. The server asks the same. */
export function checkedPublish(usePublish: DocumentActionComponent): DocumentActionComponent {
  const CheckedPublish: DocumentActionComponent = (props) => {
    const t = useText();
    const failure = useFailureText();
    const { toggleNotification } = useNotification();
    const [confirm] = useNewswireConfirmMutation();
    // No state: the dialog stands outside of this component, and what is typed must not be taken away by a new render.
    const why = useRef('');
    const { model, documentId = '', document } = props;
    const isAsked = model === UID.article && documentId !== '' && document !== undefined;
    const { data } = useNewswireValidityQuery({ type: 'article', documentId }, { skip: !isAsked });
    const action = usePublish(props);
    // An embargo opens by itself when it ends: there is nothing to confirm.
    if (!action || !isAsked || !data || data.servable || data.from !== undefined) return action;

    const publish = async () => {
      const said = why.current.trim();
      if (said === '') {
        toggleNotification({ type: 'warning', message: t('publish.say-why') });
        return;
      }
      const answer = await confirm({ documentId, why: said });
      why.current = '';
      if ('error' in answer && answer.error !== undefined) {
        toggleNotification({ type: 'danger', message: failure(answer.error) });
        return;
      }
      await action.onClick?.(new MouseEvent('click') as never);
    };
    return {
      ...action,
      // Not muted: the dialog speaks first.
      onClick: () => false,
      dialog:
        data.mode === 'strict'
          ? {
              type: 'modal',
              title: t('publish.refused'),
              content: <Against text={t('publish.strict')} reasons={data.reasons} />,
              footer: Close,
            }
          : {
              type: 'dialog',
              title: t('publish.title'),
              content: (
                <Flex direction="column" alignItems="center" gap={2}>
                  <Against text={t('publish.warn')} reasons={data.reasons} />
                  <Field.Root name="newswire-publish-why" required hint={t('takedown.reason-hint')} width="100%">
                    <Field.Label>{t('decision.why')}</Field.Label>
                    <Textarea maxLength={1000} onChange={({ target }) => (why.current = target.value)} />
                  </Field.Root>
                </Flex>
              ),
              onConfirm: publish,
            },
    };
  };
  return Object.assign(CheckedPublish, { type: usePublish.type, position: usePublish.position });
}

function Against({ text, reasons }: { text: string; reasons: readonly ValidityReason[] }) {
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Typography>{text}</Typography>
      <Reasons reasons={reasons} />
    </Flex>
  );
}

/** There is nothing to confirm where nobody publishes. */
function Close({ onClose }: { onClose: () => void }) {
  const t = useText();
  return (
    <Modal.Footer justifyContent="flex-end">
      <Button variant="tertiary" onClick={onClose}>
        {t('publish.close')}
      </Button>
    </Modal.Footer>
  );
}
