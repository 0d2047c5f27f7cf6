import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const API = join(__dirname, '../../../admin/api');

/** All our endpoints are injected into the one API of Strapi's admin: of two with one name, the second is left out. */
it('no two endpoints of the admin have the same name', () => {
  const names = readdirSync(API).flatMap((file) =>
    [...readFileSync(join(API, file), 'utf8').matchAll(/(\w+): build\.(?:query|mutation)\b/g)].map(([, name]) => name),
  );
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
});
