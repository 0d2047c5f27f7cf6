import { useEffect, useRef, useState } from 'react';
import type { QueuedComment } from '../../../contracts/comments';

/**
 * Where the keyboard is in the list: on a card, and on the one behind it when that one is gone, whoever has dealt with it.
 * Of an element that is taken away the browser gives the keyboard to nobody, and the first card is twenty steps from there.
 */
export function useCardFocus(comments: readonly QueuedComment[]) {
  const list = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string>();
  /** Whether the keyboard is in the list, and the order of the list when it was last seen there. */
  const isHere = useRef(false);
  const order = useRef<readonly string[]>([]);

  const ids = comments.map(({ documentId }) => documentId);
  const focus = (documentId: string | undefined) => {
    if (documentId === undefined) return;
    setCurrent(documentId);
    // At once: the next key may follow before the next frame, and is for the card that it was moved to.
    list.current?.querySelector<HTMLElement>(`[data-comment="${documentId}"]`)?.focus();
  };

  // Whenever it is shown anew: what takes the keyboard away is not only that the list is read again.
  useEffect(() => {
    // Between two pages there is nothing to go to: it waits.
    if (ids.length === 0) return;
    const isLost = isHere.current && document.activeElement === document.body;
    if (isLost && (current === undefined || !ids.includes(current))) focus(following(order.current, ids, current));
    order.current = ids;
  });

  return {
    list,
    focus,
    /** The card that the Tab key leads to. */
    current: current !== undefined && ids.includes(current) ? current : ids[0],
    /** The next of the list that is not among those that are being dealt with. */
    after: (gone: readonly string[]) => following(ids, ids.filter((id) => !gone.includes(id)), gone[0]), // prettier-ignore
    watch: {
      onFocus: ({ target }: React.FocusEvent) => {
        isHere.current = true;
        const card = target.closest('[data-comment]')?.getAttribute('data-comment');
        if (card) setCurrent(card);
      },
      onBlur: ({ relatedTarget, currentTarget }: React.FocusEvent) => {
        isHere.current = currentTarget.contains(relatedTarget);
      },
    },
  };
}

/** The first behind `place`, or the last before it, of those that are left; of another list its first. */
function following(before: readonly string[], left: readonly string[], place: string | undefined): string | undefined {
  const at = place === undefined ? -1 : before.indexOf(place);
  const isLeft = (id: string) => left.includes(id);
  return before.slice(at + 1).find(isLeft) ?? before.slice(0, Math.max(at, 0)).findLast(isLeft) ?? left[0];
}
