import { rowsOf, type Agency } from './agency';

const release = rowsOf('release');

/** Wires that carry what others pay for. */
export const RELEASE_WIRES: readonly Agency[] = [
  release('PR Newswire', 'US', {
    aliases: 'PRNewswire | PRN | PRNewsfoto | PRNewsFoto/PR Newswire | PRNewswire-AsiaNet | Cision',
  }),
  release('Business Wire', 'US', { aliases: 'BusinessWire', copyrightHolder: 'Business Wire' }),
  release('GlobeNewswire', 'US', { aliases: 'globenewswire.com | GlobeNewswire, Inc.' }),
  release('AsiaNet', 'AU', { aliases: 'Medianet AsiaNet' }),
  release('news aktuell', 'DE', { aliases: 'obs | ots', onlyAlone: true }),
];
