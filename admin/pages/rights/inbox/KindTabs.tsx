import { Button, Flex } from '@strapi/design-system';
import { INBOX_KINDS, type InboxCountsResponse, type InboxKind } from '../../../../contracts/desk';
import type { RightsType } from '../../../../contracts/rights';
import { useText } from '../../../intl';
import { useCountText } from './useCountText';

interface KindTabsProps {
  kind: InboxKind;
  type: RightsType;
  counts: InboxCountsResponse['data'] | undefined;
  onChoose: (next: { kind?: InboxKind; type?: RightsType }) => void;
}

/** What is wrong, and of what; with how many there are of each. */
export function KindTabs({ kind, type, counts, onChoose }: KindTabsProps) {
  const t = useText();
  const shown = useCountText();
  const count = (one: InboxKind, of: RightsType) => counts?.find((it) => it.kind === one && it.type === of);
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex role="group" aria-label={t('inbox.what')} gap={2} wrap="wrap">
        {INBOX_KINDS.map((one) => (
          <Button
            key={one}
            size="S"
            variant={one === kind ? 'secondary' : 'tertiary'}
            aria-pressed={one === kind}
            onClick={() => onChoose({ kind: one })}
          >
            {`${t(`inbox.kind.${one}`)} ${shown(count(one, 'photo'), count(one, 'article'))}`}
          </Button>
        ))}
      </Flex>
      <Flex role="group" aria-label={t('inbox.of')} gap={2}>
        {(['photo', 'article'] as const).map((one) => (
          <Button
            key={one}
            size="S"
            variant={one === type ? 'secondary' : 'tertiary'}
            aria-pressed={one === type}
            onClick={() => onChoose({ type: one })}
          >
            {`${t(`inbox.type.${one}`)} ${shown(count(kind, one))}`}
          </Button>
        ))}
      </Flex>
    </Flex>
  );
}
