import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';

/** Which field of which item the editor points at, shared by the form and the source text. */
interface Highlight {
  active: { item: number; path: string } | undefined;
  point: (item: number, path: string | undefined) => void;
}

const HighlightContext = createContext<Highlight>({ active: undefined, point: () => undefined });

export function HighlightProvider({ children }: { children: ReactNode }) {
  const [active, setActive] = useState<Highlight['active']>();
  const value = useMemo<Highlight>(
    () => ({ active, point: (item, path) => setActive(path === undefined ? undefined : { item, path }) }),
    [active],
  );
  return <HighlightContext.Provider value={value}>{children}</HighlightContext.Provider>;
}

/** The highlight as one item sees it. */
export function useHighlight(item: number) {
  const { active, point } = useContext(HighlightContext);
  return { active: active?.item === item ? active.path : undefined, point: (path?: string) => point(item, path) };
}

/** The id of a field's control, so that notices and the source text can lead to it. */
export const controlId = (item: number, path: string) => `newswire-${String(item)}-${path}`;

export function focusControl(item: number, path: string) {
  const control = document.getElementById(controlId(item, path));
  control?.focus({ preventScroll: true });
  control?.scrollIntoView({ block: 'center', behavior: 'smooth' });
}
