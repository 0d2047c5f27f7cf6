import type { RunResponse } from '../../../contracts/imports';
import { UID } from '../../../contracts/uid';
import { dumpOf } from '../../support/dump';
import { variedStories } from '../../support/varied-stories';
import { ninjs, type Ninjs } from '../../support/wire';

const STORIES = 300;

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

interface Heard {
  event: string;
  uid: string;
  title: string;
}

/** Imports the stories twice over (drafts, then published) and tells all that is in the database, and what was heard. */
async function imported(bulk: boolean) {
  // The playground's configuration keeps the folder of the first Strapi; the second needs modules of its own.
  jest.resetModules();
  const { startStrapi } = await import('../../support/strapi');
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
    strapi.db.connection.on('query', () => (statements += 1));
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
    const counts = [await send(stories.slice(0, STORIES / 3), false), await send(stories.slice(STORIES / 3), true)];
    await new Promise((later) => setTimeout(later, 500));
    const by = (one: Heard) => `${one.event} ${one.uid} ${one.title}`;
    return { dump: await dumpOf(strapi), counts, heard: heard.map(by).sort(), created: created.sort(), statements };
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
      updated: expect.any(Number),
    });
  });

  it('writes the same rows into every table', () => {
    expect(Object.keys(many.dump)).toEqual(Object.keys(one.dump));
    for (const [table, rows] of Object.entries(one.dump)) {
      expect({ table, rows: many.dump[table] }).toEqual({ table, rows });
    }
    expect(one.dump['newswire_articles']?.length).toBeGreaterThan(400);
    expect(one.dump['newswire_articles_categories_lnk']?.length).toBeGreaterThan(300);
    expect(one.dump['components_newswire_illustrations_photo_lnk']?.length).toBeGreaterThan(100);
    expect(one.dump['newswire_comments_article_lnk']?.length).toBeGreaterThan(20);
  });

  it('asks the database far less often', () => {
    expect(many.statements * 3).toBeLessThan(one.statements);
  });

  it('tells hosts the same, after the commit', () => {
    expect(many.heard).toEqual(one.heard);
    expect(many.created).toEqual(one.created);
  });
});
