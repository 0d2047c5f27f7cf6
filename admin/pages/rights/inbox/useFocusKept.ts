import { useEffect, useRef, type RefObject } from 'react';

/**
 * Keeps the keyboard where it was in a list: when the row that had the focus has left the list, the row that has taken its
 * place has it, or the list itself where none is left.
 *
 * @param ids the rows, in their order
 * @param isCovered a dialog has the focus; what has gone meanwhile is made up for when it closes
 */
export function useFocusKept(ids: readonly string[], isCovered: boolean): RefObject<HTMLDivElement> {
  const list = useRef<HTMLDivElement>(null);
  const last = useRef<{ id: string; at: number } | undefined>(undefined);
  const all = ids.join(' ');
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      const row = target instanceof Element ? target.closest('tbody tr') : null;
      const at = row ? rowsOf(list.current).indexOf(row) : -1;
      const id = all.split(' ')[at];
      if (id !== undefined) last.current = { id, at };
    };
    const element = list.current;
    element?.addEventListener('focusin', remember);
    return () => element?.removeEventListener('focusin', remember);
  });
  useEffect(() => {
    const was = last.current;
    if (isCovered || was === undefined || all.split(' ').includes(was.id)) return;
    last.current = undefined;
    if (isElsewhere()) return;
    const row = rowsOf(list.current)[Math.min(was.at, ids.length - 1)];
    (row instanceof HTMLElement ? row : list.current)?.focus();
  }, [all, isCovered, ids.length]);
  return list;
}

const rowsOf = (list: HTMLElement | null): Element[] => [...(list?.querySelectorAll('tbody tr') ?? [])];

/** Somebody has gone on to something else of the page. A dialog that closes gives the focus to a row that has gone. */
function isElsewhere(): boolean {
  const { activeElement } = document;
  return activeElement !== null && activeElement !== document.body && activeElement.closest('[role="dialog"]') === null;
}
