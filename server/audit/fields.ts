import { RIGHTS_OF_BOTH, RIGHTS_OF_PHOTOS } from '../../contracts/rights';
import { UID } from '../../contracts/uid';

/**
 * Every field whose change is recorded, by content type. `agency` is the relation; its value in an event is the
 * agency's document id and its name at that time.
 */
export const AUDITED: Readonly<Record<string, readonly string[]>> = {
  [UID.article]: [...RIGHTS_OF_BOTH, 'decisions', 'agency'],
  [UID.photo]: [...RIGHTS_OF_BOTH, 'decisions', ...RIGHTS_OF_PHOTOS, 'agency'],
  [UID.agency]: [
    'name',
    'aliases',
    'creditTemplate',
    'copyrightHolder',
    'copyrightNotice',
    'usageTerms',
    'restrictions',
    'validityDays',
  ],
};

export const AUDITED_TYPES = Object.keys(AUDITED);

/** The types that name an agency. */
export const SUPPLIED_TYPES = AUDITED_TYPES.filter((uid) => AUDITED[uid]?.includes('agency'));
