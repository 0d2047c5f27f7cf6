import { z } from 'zod';
import { agencyNamed } from '../wire/vocabulary/agencies';
import { identifyAs } from './identity';
import type { Entry } from './pair';

/** What a feed says of stories that do not say it themselves. */
export const routing = z.object({
  provider: z.string().optional(),
  categories: z.array(z.string()).optional(),
});
export type Routing = z.infer<typeof routing>;

/**
 * The entries with what their feed says of them. They stay the same deliveries: no other version for it. The title of a
 * feed, which RSS gives as the provider, is no agency's name.
 */
export function routed(entries: readonly Entry[], { provider, categories = [] }: Routing): Entry[] {
  return entries.map((entry) => {
    const { item } = entry;
    const isStory = item.type !== 'picture' && item.type !== 'graphic';
    const more = {
      ...(provider !== undefined && agencyNamed(item.provider ?? '') === undefined ? { provider } : {}),
      ...(isStory && (item.categories ?? []).length === 0 && categories.length > 0 ? { categories } : {}),
    };
    if (Object.keys(more).length === 0) return entry;
    const copy = { ...item, ...more };
    identifyAs(copy, item);
    return { ...entry, item: copy };
  });
}
