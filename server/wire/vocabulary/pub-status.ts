import type { ParseContext } from '../format';
import type { PubStatus } from '../item';

/**
 * What is not usable, as senders spell it. The codes are those of https://cv.iptc.org/newscodes/pubstatusg2/; the other
 * words close a story too, since whoever writes them means that.
 */
const CLOSED: Readonly<Record<string, PubStatus>> = {
  canceled: 'canceled',
  cancelled: 'canceled',
  killed: 'canceled',
  kill: 'canceled',
  retracted: 'canceled',
  withdrawn: 'canceled',
  withheld: 'withheld',
  withhold: 'withheld',
  hold: 'withheld',
};

/** What says nothing against it; an embargo is a field of its own. */
const OPEN: ReadonlySet<string> = new Set(['usable', 'embargoed']);

/**
 * The status that a code states where it closes an item: "canceled", "stat:canceled", ".../pubstatusg2/canceled". Undefined
 * where it is usable; of a code that nobody knows `context` is told.
 */
export function closedBy(code: string | undefined, context?: ParseContext): PubStatus | undefined {
  const word = code?.slice(0, 200).toLowerCase().trim().split(/[:/#]/).at(-1) ?? '';
  const status = Object.hasOwn(CLOSED, word) ? CLOSED[word] : undefined;
  if (status === undefined && word !== '' && !OPEN.has(word)) {
    context?.warn(
      'unknown-status',
      `The status "${word.slice(0, 80)}" is not one of usable, withheld, canceled. The item is taken as usable: look whether it is.`,
    );
  }
  return status;
}
