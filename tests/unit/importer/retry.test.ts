import { isPassing, isTaken, retrying } from '../../../server/importer/retry';

const failure = (code: string) => Object.assign(new Error(code), { code });

describe('an error of the database', () => {
  it.each([
    ['SQLite: unique', failure('SQLITE_CONSTRAINT_UNIQUE'), true, false],
    ['PostgreSQL: unique, wrapped', new Error('x', { cause: failure('23505') }), true, false],
    ['MariaDB: unique', failure('ER_DUP_ENTRY'), true, false],
    ['SQLite: busy', failure('SQLITE_BUSY'), false, true],
    ['PostgreSQL: deadlock', failure('40P01'), false, true],
    ['PostgreSQL: restarted', new Error('Connection terminated unexpectedly'), false, true],
    ['PostgreSQL: restarted in a statement', new Error('select 1 - Connection terminated unexpectedly'), false, true],
    ['MariaDB: deadlock', failure('ER_LOCK_DEADLOCK'), false, true],
    ['Strapi: a look-up that failed', new Error('Invalid relations'), false, true],
    [
      'Strapi: no such document',
      new Error('1 relation(s) of type agency associated with this entity do not exist'),
      false,
      false,
    ],
    ['a value that is refused', failure('22001'), false, false],
    ['no error at all', undefined, false, false],
  ])('%s', (_, error, taken, passing) => {
    expect([isTaken(error), isPassing(error)]).toEqual([taken, passing]);
  });
});

describe('retrying', () => {
  it('begins anew until it succeeds', async () => {
    let times = 0;
    const work = () => ((times += 1) < 3 ? Promise.reject(failure('SQLITE_BUSY')) : Promise.resolve('written'));
    expect(await retrying(work)).toBe('written');
    expect(times).toBe(3);
  });

  it('gives up after so many attempts, and at once where another attempt would not help', async () => {
    let times = 0;
    const fail = (code: string) => () => {
      times += 1;
      return Promise.reject(failure(code));
    };
    await expect(retrying(fail('40001'), 2)).rejects.toThrow('40001');
    expect(times).toBe(2);
    await expect(retrying(fail('22001'))).rejects.toThrow('22001');
    expect(times).toBe(3);
  });
});
