import { outliveUnawaited } from '../../../server/importer/unawaited';

type Strapi = Parameters<typeof outliveUnawaited>[0];

const said: string[] = [];
const strapi = { log: { error: (message: string) => said.push(message) } } as unknown as Strapi;
const listeners = () => process.listeners('unhandledRejection');
const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });

describe('what nobody awaits', () => {
  let before: NodeJS.UnhandledRejectionListener[];
  let back: () => void;
  const hear = (reason: unknown) => listeners().at(-1)?.(reason, Promise.resolve());

  beforeEach(() => {
    before = listeners();
    process.removeAllListeners('unhandledRejection');
    said.length = 0;
    back = outliveUnawaited(strapi);
  });
  afterEach(() => {
    process.removeAllListeners('unhandledRejection');
    for (const listener of before) process.on('unhandledRejection', listener);
  });

  it('is written down where the database went away', () => {
    hear(refused);
    expect(said).toEqual([expect.stringContaining('ECONNREFUSED')]);
  });

  it('ends the process where it is anything else', () => {
    expect(() => hear(new Error('a bug'))).toThrow('a bug');
    expect(said).toEqual([]);
  });

  it('is left to whoever listens as well', () => {
    process.prependListener('unhandledRejection', () => undefined);
    expect(() => hear(new Error('a bug'))).not.toThrow();
  });

  it('is nobody’s again once it is taken back', () => {
    back();
    expect(listeners()).toEqual([]);
  });
});
