import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TestStrapi } from './strapi';

const file = (name: string) => resolve(__dirname, '../../playground/story', name);

/** Imports the demo's story with its photo and publishes it, as an editor's browser does; answers its document id. */
export async function importDemoStory(app: TestStrapi): Promise<string> {
  const editor = await app.superAdmin();
  await editor
    .post('/newswire/imports')
    .field('text', readFileSync(file('steam-ferry.txt'), 'utf8'))
    .field('data', JSON.stringify({ publish: true }))
    .attach('files', file('steam-ferry.jpg'), { contentType: 'image/jpeg' })
    .expect(201);
  const story = await app.strapi.db
    .query('plugin::newswire.article')
    .findOne({ where: { publishedAt: { $notNull: true } } });
  return String(story.documentId);
}
