/** A comment on its way in, as the checks see it. */
export interface Submission {
  /** Plain text, as it will be stored. */
  text: string;
  authorName: string;
  authorEmail: string | undefined;
  /** Keyed hash of the author; undefined for a reader who gave no e-mail. */
  authorKey: string | undefined;
  /** Of a signed-in reader. */
  userId: number | undefined;
  /** Keyed hash of the address. */
  sourceHash: string;
  textKey: string;
  /** Of the request, for a spam service; never stored. */
  request: { ip: string; userAgent: string | undefined; referrer: string | undefined };
  /** What stood in the field that people do not see. */
  trap: string;
  article: string;
  /** The comment that is being edited: it does not repeat itself, and is no part of a flood. */
  editing: string | undefined;
}
