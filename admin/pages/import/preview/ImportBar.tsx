import { Button, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useText } from '../../../intl';

const Bar = styled(Flex)`
  bottom: 0;
  position: sticky;
  z-index: 2;
`;

interface ImportBarProps {
  count: number;
  /** Something that is to be imported cannot be stored as it is. */
  invalid: boolean;
  mayPublish: boolean;
  /** Which of the two buttons is at work. */
  busy: 'draft' | 'publish' | undefined;
  onImport: (publish: boolean) => void;
  onBack: () => void;
}

/** The two ways to go on, always in sight. */
export function ImportBar({ count, invalid, mayPublish, busy, onImport, onBack }: ImportBarProps) {
  const t = useText();
  const disabled = count === 0 || invalid || busy !== undefined;
  return (
    <Bar
      background="neutral0"
      borderColor="neutral150"
      hasRadius
      shadow="popupShadow"
      marginTop={4}
      padding={4}
      gap={3}
      justifyContent="space-between"
      wrap="wrap"
    >
      <Flex gap={4}>
        <Button variant="tertiary" onClick={onBack} disabled={busy !== undefined}>
          {t('import.back')}
        </Button>
        <Typography textColor="neutral600" aria-live="polite">
          {invalid ? t('invalid.import') : t('import.count', { count })}
        </Typography>
      </Flex>
      <Flex gap={3}>
        <Button
          size="L"
          variant={mayPublish ? 'secondary' : 'default'}
          onClick={() => onImport(false)}
          disabled={disabled}
          loading={busy === 'draft'}
        >
          {t('import.draft')}
        </Button>
        {mayPublish && (
          <Button size="L" onClick={() => onImport(true)} disabled={disabled} loading={busy === 'publish'}>
            {t('import.publish')}
          </Button>
        )}
      </Flex>
    </Bar>
  );
}
