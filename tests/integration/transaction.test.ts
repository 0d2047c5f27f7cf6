import type { Core } from '@strapi/strapi';
import { onWrite } from '../../server/delivery/caching/writes';
import { inTransaction } from '../../server/transaction';
import { startStrapi, type TestStrapi } from '../support/strapi';

let app: TestStrapi;
beforeAll(async () => {
  app = await startStrapi();
}, 120_000);
afterAll(() => app.stop());

type Transaction = Parameters<NonNullable<Parameters<Core.Strapi['db']['transaction']>[0]>>[0];

const LOST = 'Connection terminated unexpectedly';

/** The server goes away before it has done what COMMIT asks: nothing is written, and an error is the answer. */
function loseCommit({ trx }: Pick<Transaction, 'trx'>): void {
  const { client } = trx as unknown as { client: { query(connection: unknown, sql: unknown): Promise<unknown> } };
  const query = client.query.bind(client);
  client.query = async (connection, sql) => {
    if (sql !== 'COMMIT;') return query(connection, sql);
    await query(connection, 'ROLLBACK');
    throw new Error(LOST);
  };
}

const tag = (slug: string) => ({ data: { name: slug, slug } });
const categories = () => app.strapi.db.query('plugin::newswire.category');
const isThere = async (slug: string): Promise<boolean> => (await categories().count({ where: { slug } })) === 1;

describe('a transaction', () => {
  it('holds, and answers what was worked out in it', async () => {
    const made = await inTransaction(app.strapi, async () => categories().create(tag('held')));
    expect(made).toMatchObject({ slug: 'held' });
    expect(await isThere('held')).toBe(true);
  });

  it('is undone with the error of what was done in it', async () => {
    const failing = inTransaction(app.strapi, async () => {
      await categories().create(tag('undone'));
      throw new Error('on second thoughts');
    });
    await expect(failing).rejects.toThrow('on second thoughts');
    expect(await isThere('undone')).toBe(false);
  });

  it('that the database did not commit is an error', async () => {
    const failing = inTransaction(app.strapi, async (transaction) => {
      await categories().create(tag('lost'));
      loseCommit(transaction);
    });
    await expect(failing).rejects.toThrow(LOST);
    expect(await isThere('lost')).toBe(false);
  });

  it('inside of another one is an error of the outer one', async () => {
    const failing = inTransaction(app.strapi, (outer) =>
      inTransaction(app.strapi, async () => {
        await categories().create(tag('lost-inside'));
        loseCommit(outer);
      }),
    );
    await expect(failing).rejects.toThrow(LOST);
    expect(await isThere('lost-inside')).toBe(false);
  });

  // The reason for all of this. Where it fails, a new Strapi tells, and `inTransaction` may go.
  it('of Strapi itself says nothing of a commit that was lost', async () => {
    const written = app.strapi.db.transaction(async (transaction) => {
      await categories().create(tag('lost-by-strapi'));
      loseCommit(transaction);
      return 'written';
    });
    await expect(written).resolves.toBe('written');
    expect(await isThere('lost-by-strapi')).toBe(false);
  });
});

/** What shared answers rest upon (`delivery/caching`). */
it('a write is told when it is sent and when its transaction ends, also around a savepoint; reading is not', async () => {
  let told = 0;
  onWrite(app.strapi, () => (told += 1));
  const steps: number[] = [];
  const table = 'newswire_categories';
  await app.strapi.db.connection.transaction(async (trx) => {
    await trx(table).select('id');
    steps.push(told);
    await trx(table).where({ slug: 'nothing' }).update({ name: 'Nothing' });
    steps.push(told);
    await trx.transaction((inner) => inner(table).select('id'));
    steps.push(told);
  });
  steps.push(told);
  await app.strapi.documents('plugin::newswire.category').findMany({});
  steps.push(told);
  expect(steps).toEqual([0, 1, 1, 2, 2]);
});
