import type { Core } from '@strapi/strapi';
import type { RunResponse } from '../../../contracts/imports';
import { UID } from '../../../contracts/uid';
import { documentsOf } from '../../../server/documents';
import { databaseKind } from '../../support/database';
import { dumpOf } from '../../support/dump';
import { startStrapi } from '../../support/strapi';
import { laterVersions, variedStories } from '../../support/varied-stories';
import { ninjs, type Ninjs } from '../../support/wire';

// On SQLite and PostgreSQL; fewer on MariaDB, which takes its time for them.
const STORIES = databaseKind === 'mariadb' ? 200 : 500;

/** One reader's page with comments, as WordPress exports it. */
const comments = (n: number): string =>
  `<wp:comment><wp:comment_id>${n}1</wp:comment_id><wp:comment_author>Ada ${n}</wp:comment_author><wp:comment_date_gmt>2026-03-04 05:06:07</wp:comment_date_gmt><wp:comment_content>First ${n}</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>0</wp:comment_parent></wp:comment>
<wp:comment><wp:comment_id>${n}2</wp:comment_id><wp:comment_author>Bo</wp:comment_author><wp:comment_author_email>bo@example.org</wp:comment_author_email><wp:comment_date_gmt>2026-03-04 06:06:07</wp:comment_date_gmt><wp:comment_content>Reply ${n}</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>${n}1</wp:comment_parent></wp:comment>`;

const wxr = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Varnhaven</title><link>https://varnhaven.example</link><wp:wxr_version>1.2</wp:wxr_version>
${Array.from(
  { length: 20 },
  (_, n) => `<item><title>Letter ${n}</title><link>https://varnhaven.example/${n}</link><dc:creator>ada</dc:creator>
<guid isPermaLink="false">https://varnhaven.example/?p=${n}</guid><content:encoded><![CDATA[<p>Letter ${n}.</p>]]></content:encoded>
<wp:post_id>${n}</wp:post_id><wp:post_date_gmt>2026-03-04 05:06:07</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="letters"><![CDATA[Letters]]></category>${comments(n)}</item>`,
).join('\n')}
</channel></rss>`;

/** An editor changes what corrections will change too: they are offered, and the wire's other fields followed. */
async function editSome(strapi: Core.Strapi): Promise<void> {
  for (let n = 1; n < 100; n += 10) {
    const where = { uri: `urn:varied:${n}`, publishedAt: { $null: true } };
    const article = (await strapi.db.query(UID.article).findOne({ where })) as { documentId: string } | null;
    if (!article) continue;
    const data = { headline: `As the desk has it ${n}`, subheadline: 'By the desk' };
    await documentsOf(strapi, UID.article).update({ documentId: article.documentId, data });
  }
}

interface Heard {
  event: string;
  uid: string;
  title: string;
}

/** Imports the stories in three deliveries (drafts, published, what comes of both later) and tells all that is in the database, and what was heard. */
async function imported(bulk: boolean) {
  const app = await startStrapi({ config: { bulk } });
  try {
    const { strapi } = app;
    const heard: Heard[] = [];
    for (const event of ['entry.create', 'entry.publish']) {
      strapi.eventHub.on(event, (payload) => {
        const { uid, entry } = payload as { uid: string; entry: Record<string, unknown> };
        if (uid === UID.importRun) return Promise.resolve();
        heard.push({ event, uid, title: JSON.stringify(entry['headline'] ?? entry['text'] ?? entry['name']) });
        return Promise.resolve();
      });
    }
    let statements = 0;
    // knex's own form for SQLite, which names every column in every row (`bulk/values.ts`).
    let long = 0;
    strapi.db.connection.on('query', ({ sql }: { sql: string }) => {
      statements += 1;
      if (/^insert into `newswire_(?:articles|photos)` .* union all select /.test(sql)) long += 1;
    });
    const created: string[] = [];
    strapi.db.lifecycles.subscribe({
      models: [UID.article],
      afterCreate: ({ result }) => {
        created.push(String((result as { uri: string }).uri));
      },
    });
    const importer = strapi.plugin('newswire').service('importer');
    const user = await strapi.db.query('admin::user').create({ data: { firstname: 'Ada', email: 'ada@example.org' } });
    const send = async (items: readonly Ninjs[], publish: boolean): Promise<RunResponse['data']['counts']> => {
      const inputs = [...items.map(ninjs), { name: 'letters.xml', bytes: Buffer.from(wxr) }];
      const { data } = (await importer.import(inputs, { origin: 'cli', publish, decisions: [], user })) as RunResponse;
      return data.counts;
    };
    const stories = variedStories(STORIES);
    const drafts = Math.ceil(STORIES / 3);
    const counts = [await send(stories.slice(0, drafts), false), await send(stories.slice(drafts), true)];
    await editSome(strapi);
    // What comes later is written item by item either way.
    const [asked, unions] = [statements, long];
    counts.push(await send(laterVersions(STORIES), true));
    await new Promise((later) => setTimeout(later, 500));
    const by = (one: Heard) => `${one.event} ${one.uid} ${one.title}`;
    return { dump: await dumpOf(strapi), counts, heard: heard.map(by).sort(), created: created.sort(), asked, unions }; // prettier-ignore
  } finally {
    await app.stop();
  }
}

describe('the bulk writer', () => {
  let one: Awaited<ReturnType<typeof imported>>;
  let many: Awaited<ReturnType<typeof imported>>;
  beforeAll(async () => {
    one = await imported(false);
    many = await imported(true);
  }, 600_000);

  it('comes to the same outcomes as the Document Service', () => {
    expect(many.counts).toEqual(one.counts);
    expect(one.counts[1]).toMatchObject({
      created: expect.any(Number),
      killed: expect.any(Number),
      corrected: expect.any(Number),
    });
    const [, , later] = one.counts;
    expect(Math.min(later?.updated ?? 0, later?.killed ?? 0, later?.corrected ?? 0)).toBeGreaterThan(STORIES / 50);
  });

  it('writes the same rows into every table', () => {
    expect(Object.keys(many.dump)).toEqual(Object.keys(one.dump));
    for (const [table, rows] of Object.entries(one.dump)) {
      expect({ table, rows: many.dump[table] }).toEqual({ table, rows });
    }
    expect(one.dump['newswire_articles']?.length).toBeGreaterThan(1.4 * STORIES);
    expect(one.dump['newswire_articles_categories_lnk']?.length).toBeGreaterThan(0.6 * STORIES);
    expect(one.dump['components_newswire_illustrations_photo_lnk']?.length).toBeGreaterThan(STORIES / 5);
    expect(one.dump['newswire_comments_article_lnk']?.length).toBeGreaterThan(20);
    expect(one.dump['newswire_differences']?.length).toBeGreaterThan(STORIES / 100);
  });

  it('asks the database far less often', () => {
    expect(many.asked * 3).toBeLessThan(one.asked);
    expect(many.unions).toBe(0);
  });

  it('tells hosts the same, after the commit', () => {
    expect(many.heard).toEqual(one.heard);
    expect(many.created).toEqual(one.created);
  });
});
