import { useIntl } from 'react-intl';
import type { Count } from '../../../../contracts/desk';

/** "1,234", or "10,000+" where it is more than was counted. Of several, their sum. */
export function useCountText() {
  const { formatNumber } = useIntl();
  return (...counts: (Count | undefined)[]): string => {
    const known = counts.filter((count) => count !== undefined);
    if (known.length === 0) return '';
    const total = known.reduce((sum, count) => sum + count.total, 0);
    return `${formatNumber(total)}${known.some(({ more }) => more) ? '+' : ''}`;
  };
}
