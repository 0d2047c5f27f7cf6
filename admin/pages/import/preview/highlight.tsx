import { createContext, useContext, useMemo, useState, type MouseEvent, type ReactNode } from 'react';

interface Place {
  item: number;
  path: string;
}

/** Which field of which item the editor points at, shared by the form and the source text. */
interface Highlight {
  active: Place | undefined;
  hover: (place: Place | undefined) => void;
  focus: (place: Place) => void;
}

const nothing = () => undefined;
const HighlightContext = createContext<Highlight>({ active: undefined, hover: nothing, focus: nothing });

/** The pointer goes before the keyboard while it moves; when it leaves, the field that has the focus counts again. */
export function HighlightProvider({ children }: { children: ReactNode }) {
  const [hovered, hover] = useState<Place>();
  const [focused, setFocused] = useState<Place>();
  const value = useMemo<Highlight>(() => {
    const focus = (place: Place) => {
      hover(undefined);
      setFocused(place);
    };
    return { active: hovered ?? focused, hover, focus };
  }, [hovered, focused]);
  return <HighlightContext.Provider value={value}>{children}</HighlightContext.Provider>;
}

/** The highlight as one item sees it. */
export function useHighlight(item: number) {
  const { active, hover, focus } = useContext(HighlightContext);
  return {
    active: active?.item === item ? active.path : undefined,
    focus: (path: string) => focus({ item, path }),
    /** Spread on what stands for `path`. A page that scrolls under a resting pointer is not a pointer that moves. */
    onHover: (path: string) => ({
      onMouseMove: ({ movementX, movementY }: MouseEvent) => {
        const isSame = active?.item === item && active.path === path;
        if (!isSame && (movementX !== 0 || movementY !== 0)) hover({ item, path });
      },
      onMouseLeave: () => hover(undefined),
    }),
  };
}

/** The id of a field's control, so that notices and the source text can lead to it. */
export const controlId = (item: number, path: string) => `newswire-${String(item)}-${path}`;

export function focusControl(item: number, path: string) {
  const control = document.getElementById(controlId(item, path));
  control?.focus({ preventScroll: true });
  control?.scrollIntoView({ block: 'center', behavior: 'smooth' });
}
