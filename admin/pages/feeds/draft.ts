import { INTERVAL, type Feed, type FeedKind, type FeedRequest, type SignIn } from '../../../contracts/feeds';

/** A feed as it is being edited: every field there, also those that its kind does not have. */
export interface FeedDraft {
  name: string;
  kind: FeedKind;
  location: string;
  intervalSeconds: number;
  publish: boolean;
  agency: string | null;
  categories: string[];
  afterwards: 'move' | 'remember';
  signIn: SignIn;
}

export const draftOf = (feed: Feed | undefined): FeedDraft => ({
  name: feed?.name ?? '',
  kind: feed?.kind ?? 'http',
  location: feed?.location ?? '',
  intervalSeconds: feed?.intervalSeconds ?? INTERVAL.default,
  publish: feed?.publish ?? false,
  agency: feed?.agency?.documentId ?? null,
  categories: feed?.categories ?? [],
  afterwards: feed?.afterwards ?? 'move',
  signIn: { kind: feed === undefined || feed.signIn === 'none' ? 'none' : 'keep' },
});

/** What a kind does not have is not sent. */
export const requestOf = (draft: FeedDraft): FeedRequest => ({
  ...draft,
  location: draft.kind === 'push' ? '' : draft.location,
  signIn: draft.kind === 'http' ? draft.signIn : { kind: 'none' },
});
