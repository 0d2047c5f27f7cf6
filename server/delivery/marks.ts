/** What a read of the plugin's own says to the guard of public reads. Symbols: no request can bring them along. */
const MARKS = {
  /** The files belong to photos that have passed the guard: they are not looked up again. */
  ofShownPhotos: Symbol('of shown photos'),
  /** Whether the photo of an illustration may be shown is asked later, with the photo. */
  askedLater: Symbol('asked later'),
} as const;
type Mark = keyof typeof MARKS;

export const marked = <Params extends object>(mark: Mark, params: Params): Params =>
  Object.assign(params, { [MARKS[mark]]: true });

export const isMarked = (mark: Mark, params: object): boolean => MARKS[mark] in params;
