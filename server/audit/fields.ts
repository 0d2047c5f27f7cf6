import { UID } from '../../contracts/uid';

/** What says who is credited and who owns it, and what may be done with it until when: on articles and photos alike. */
export const RIGHTS_OF_BOTH = [
  'byline',
  'creditLine',
  'copyrightHolder',
  'copyrightYear',
  'copyrightNotice',
  'usageTerms',
  'restrictions',
  'pubStatus',
  'embargoedUntil',
  'expires',
] as const;

/**
 * Every field whose change is recorded, by content type. `agency` is the relation; its value in an event is the
 * agency's document id and its name at that time.
 */
export const AUDITED: Readonly<Record<string, readonly string[]>> = {
  [UID.article]: [...RIGHTS_OF_BOTH, 'decisions', 'agency'],
  [UID.photo]: [
    ...RIGHTS_OF_BOTH,
    'decisions',
    'source',
    'instructions',
    'webStatementOfRights',
    'licensorUrl',
    'dataMining',
    'digitalSourceType',
    'agency',
  ],
  [UID.agency]: [
    'name',
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
