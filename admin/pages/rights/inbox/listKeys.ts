import type { KeyboardEvent } from 'react';

interface ListKeys {
  onToggle: (at: number) => void;
  onOpen: (at: number) => void;
  onAll: () => void;
  onFix: () => void;
}

const STEP: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/**
 * Arrows (or j and k) go from row to row, space selects, enter opens, a selects all, f opens the fix. The design system's
 * rows take no ref, so the neighbours are found in the page; its table has keys of its own, which must not act as well.
 */
export function listKeys({ onToggle, onOpen, onAll, onFix }: ListKeys) {
  return (event: KeyboardEvent<HTMLElement>, at: number): void => {
    // What is typed or chosen in a control of the row is the control's.
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEP[event.key];
    const actions: Record<string, () => void> = {
      ' ': () => onToggle(at),
      Enter: () => onOpen(at),
      a: onAll,
      f: onFix,
    };
    const act = step === undefined ? actions[event.key] : () => neighbour(event.currentTarget, step)?.focus();
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
}

function neighbour(row: HTMLElement, step: number): HTMLElement | undefined {
  const found = step > 0 ? row.nextElementSibling : row.previousElementSibling;
  return found instanceof HTMLElement ? found : undefined;
}
