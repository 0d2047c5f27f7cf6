import { errors } from '@strapi/utils';
import type { Story } from '../../contracts/story';
import { sanitiseBody } from '../wire/html';
import type { Entry } from './pair';
import type { Batch } from './read';
import { asRead } from '../rights/as-read';
import { asDelivered } from './story';

/** What an editor said in the preview of the item at this place. */
export interface Decision {
  index: number;
  include: boolean;
  story?: Story | undefined;
}

export interface Wanted {
  entry: Entry;
  /** As the wire brought it. */
  delivered: Story;
  /** As it will be written: as delivered, or as an editor corrected it. */
  story: Story;
}

/** The items that are to be imported, as they are to be written. A picture that was taken out of its story comes alone. */
export function applyDecisions(batch: Pick<Batch, 'entries' | 'pictures'>, decisions: readonly Decision[]): Wanted[] {
  const byIndex = new Map(decisions.map((decision) => [decision.index, decision]));
  const chosen = batch.entries.flatMap((entry, index): Wanted[] => {
    const decision = byIndex.get(index);
    if (decision?.include === false) return [];
    if (belongsElsewhere(decision?.story, entry, batch.entries)) throw outdated();
    return [wanted(entry, decision?.story)];
  });
  return [...chosen, ...takenOut(batch, chosen)];
}

function wanted(entry: Entry, edited?: Story): Wanted {
  const delivered = asDelivered(entry.item, entry.imageFiles);
  return { entry, delivered, story: corrected(asRead(delivered), edited) };
}

/** The identifier in the correction is that of another item of this import. */
function belongsElsewhere(story: Story | undefined, entry: Entry, entries: readonly Entry[]): boolean {
  if (story?.uri === undefined || story.uri === entry.item.uri) return false;
  return entries.some((one) => one !== entry && one.item.uri === story.uri);
}

/** The corrections were made to other items than those that came: nothing is imported on a guess. */
const outdated = () =>
  new errors.ValidationError('The corrections do not fit what was sent. Preview it again, then import.', {
    code: 'preview-outdated',
  });

/** An editor corrects what is said, never who the item is: type, uri, version and status stay as delivered. */
function corrected(read: Story, edited: Story | undefined): Story {
  if (!edited) return read;
  const { uri: _uri, version: _version, ...said } = edited;
  return {
    ...said,
    ...(said.body === undefined ? {} : { body: sanitiseBody(said.body) }),
    type: read.type,
    pubStatus: read.pubStatus,
    ...(read.uri === undefined ? {} : { uri: read.uri }),
    ...(read.version === undefined ? {} : { version: read.version }),
  };
}

function takenOut(batch: Pick<Batch, 'pictures'>, chosen: readonly Wanted[]): Wanted[] {
  const used = new Set(chosen.flatMap(({ story }) => (story.photos ?? []).map((photo) => photo.imageFile)));
  const joined = new Set(chosen.flatMap(({ entry }) => entry.imageFiles));
  return batch.pictures
    .filter(({ imageFiles: [file] }) => joined.has(file) && !used.has(file))
    .map((entry) => wanted(entry));
}
