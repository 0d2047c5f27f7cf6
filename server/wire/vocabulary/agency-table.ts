import type { Agency } from './agency';
import { NEWS_AGENCIES } from './news-agencies';
import { PHOTO_AGENCIES } from './photo-agencies';
import { RELEASE_WIRES } from './release-wires';

/** Every known agency. Names are unique. */
export const AGENCIES: readonly Agency[] = [...NEWS_AGENCIES, ...PHOTO_AGENCIES, ...RELEASE_WIRES];
