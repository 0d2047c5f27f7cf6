import { buildSchema, parse } from 'graphql';
import { costOf, type Selection } from '../../../server/delivery/limits/cost';

const SCHEMA = buildSchema(`
  input Page { limit: Int pageSize: Int }
  type Query { articles(pagination: Page): [Article]! latest(first: Int): Articles! story: Article }
  type Articles { nodes: [Article!]! info: Info! }
  type Info { total: Int }
  type Article { headline: String agency: Agency photos(pagination: Page): [Photo] articles: [Article] }
  type Agency { name: String }
  type Photo { url: String }
`);

function cost(query: string, variables: Record<string, unknown> = {}): number {
  const document = parse(query);
  const definitions = document.definitions as unknown as Selection[];
  const operation = definitions.find(({ kind }) => kind === 'OperationDefinition');
  const type = SCHEMA.getQueryType();
  if (!operation?.selectionSet || !type) throw new Error('No query.');
  const fragments = new Map(definitions.map((one) => [one.name?.value ?? '', one]));
  const typeNamed = (name: string) => SCHEMA.getType(name);
  const limits = { usualPage: 25, maxPage: 100, maxCost: 20_000 };
  return costOf(operation.selectionSet.selections, type, { fragments, variables, typeNamed, ...limits });
}

/** Twice as many selections for each of forty fragments: more than anything could walk. */
const BOMB = [
  '{ story { ...f0 } }',
  ...Array.from({ length: 40 }, (_, n) => `fragment f${n} on Article { ...f${n + 1} ...f${n + 1} }`),
  'fragment f40 on Article { agency { name } }',
].join('\n');

describe('the cost of a query', () => {
  it.each([
    ['{ story { headline } }', {}, 1],
    ['{ story { headline agency { name } } }', {}, 2],
    ['{ articles { headline } }', {}, 25],
    ['{ articles(pagination: { limit: 3 }) { agency { name } photos { url } } }', {}, 3 + 3 + 75],
    ['{ articles(pagination: { pageSize: 1000 }) { headline } }', {}, 100],
    ['{ articles(pagination: { limit: -1 }) { headline } }', {}, 100],
    ['query ($n: Int) { articles(pagination: { limit: $n }) { headline } }', { n: 7 }, 7],
    ['query ($p: Page) { articles(pagination: $p) { headline } }', { p: { limit: 8 } }, 8],
    ['{ latest(first: 10) { nodes { headline agency { name } } info { total } } }', {}, 1 + 10 + 10 + 1],
    ['{ a: story { headline } b: story { headline } }', {}, 2],
    ['{ ...f } fragment f on Query { story { ... on Article { agency { name } } } }', {}, 2],
    ['{ articles { articles { articles { articles { headline } } } } }', {}, Infinity],
  ])('of %s', (query, variables, expected) => expect(cost(query, variables)).toBe(expected));

  it('of fragments in fragments is given up on', () => expect(cost(BOMB)).toBe(Infinity));
});
