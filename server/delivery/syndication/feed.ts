import type { Site } from './site';
import type { PublishedStory } from './story';

/** Stories that go out together. */
export interface Feed {
  /** What it is about: a category's name; absent for everything. */
  title?: string;
  /** Its own address. */
  url: string;
  site: Site;
  stories: readonly PublishedStory[];
}

/** A form in which stories go out. */
export interface FeedFormat {
  contentType: string;
  /** Pure: the same stories give the same text. */
  write(feed: Feed): string;
  /** The most stories, and for how long a story stays in. */
  limit?: number;
  maxAgeHours?: number;
}

export const titleOf = ({ site, title }: Feed): string => (title === undefined ? site.name : `${site.name}: ${title}`);

/** When the newest of the stories was last changed; the beginning of time where there is none. */
export const updatedAt = ({ stories }: Feed): string =>
  stories.reduce((latest, { modified }) => (modified > latest ? modified : latest), new Date(0).toISOString());
