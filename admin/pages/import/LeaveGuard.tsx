import { useEffect } from 'react';
import { Button, Dialog } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useBlocker } from 'react-router-dom';
import { useText } from '../../intl';

/** Asks before unsaved corrections are lost: to another page of the admin, to a reload, to a closed tab. */
export function LeaveGuard({ when }: { when: boolean }) {
  const t = useText();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => when && currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    if (!when) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [when]);

  if (blocker.state !== 'blocked') return null;
  return <AskToDiscard text={t('leave.text')} onDiscard={() => blocker.proceed()} onStay={() => blocker.reset()} />;
}

interface AskToDiscardProps {
  text: string;
  onDiscard: () => void;
  onStay: () => void;
}

export function AskToDiscard({ text, onDiscard, onStay }: AskToDiscardProps) {
  const t = useText();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onStay()}>
      <ConfirmDialog
        title={t('leave.title')}
        icon={<WarningCircle fill="danger600" />}
        startAction={
          <Button fullWidth variant="tertiary" onClick={onStay}>
            {t('leave.stay')}
          </Button>
        }
        endAction={
          <Button fullWidth variant="danger-light" onClick={onDiscard}>
            {t('leave.discard')}
          </Button>
        }
      >
        {text}
      </ConfirmDialog>
    </Dialog.Root>
  );
}
