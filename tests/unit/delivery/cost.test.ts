import { buildSchema, parse } from 'graphql';
import { costOf, variablesOf, type Selection, type VariableDefinition } from '../../../server/delivery/limits/cost';

const SCHEMA = buildSchema(`
  input Page { limit: Int pageSize: Int }
  type Query { articles(pagination: Page): [Article]! latest(first: Int): Articles! story: Article }
  type Articles { nodes: [Article!]! info: Info! }
  type Info { total: Int }
  type Article { headline: String agency: Agency photos(pagination: Page): [Photo] articles: [Article] }
  type Agency { name: String }
  type Photo { url: String }
  extend type Query { stories(pagination: Page): [NewswireArticle] }
  type NewswireArticle { slug: String comments(pagination: Page): [NewswireComment] comments_connection: Comments sections: [Section] }
  type Comments { nodes: [NewswireComment] }
  type NewswireComment { text: String article: NewswireArticle parent: NewswireComment replies: [NewswireComment] replies_connection: Comments }
  type Section { name: String stories: [NewswireArticle] sections: [Section] }
`);

function cost(query: string, variables: Record<string, unknown> = {}): number {
  const document = parse(query);
  const definitions = document.definitions as unknown as Selection[];
  const operation = definitions.find(({ kind }) => kind === 'OperationDefinition') as Operation | undefined;
  const type = SCHEMA.getQueryType();
  if (!operation?.selectionSet || !type) throw new Error('No query.');
  const fragments = new Map(definitions.map((one) => [one.name?.value ?? '', one]));
  const typeNamed = (name: string) => SCHEMA.getType(name);
  const limits = { usualPage: 25, maxPage: 100, maxCost: 20_000 };
  return costOf(operation.selectionSet.selections, type, {
    fragments,
    variables: variablesOf(operation.variableDefinitions, variables),
    typeNamed,
    ...limits,
  });
}

type Operation = Selection & { variableDefinitions: VariableDefinition[] };

/** Twice as many selections for each of forty fragments: more than anything could walk. */
const BOMB = [
  '{ story { ...f0 } }',
  ...Array.from({ length: 40 }, (_, n) => `fragment f${n} on Article { ...f${n + 1} ...f${n + 1} }`),
  'fragment f40 on Article { agency { name } }',
].join('\n');

describe('the cost of a query', () => {
  /** Objects, and 250 for each question at the root, and 10 for each below. */
  it.each([
    ['{ story { headline } }', {}, 1, 1, 0],
    ['{ story { headline agency { name } } }', {}, 2, 1, 1],
    ['{ articles { headline } }', {}, 25, 1, 0],
    ['{ articles(pagination: { limit: 3 }) { agency { name } photos { url } } }', {}, 3 + 3 + 75, 1, 2],
    ['{ articles(pagination: { pageSize: 1000 }) { headline } }', {}, 100, 1, 0],
    ['{ articles(pagination: { limit: -1 }) { headline } }', {}, 100, 1, 0],
    ['{ articles(pagination: { limit: 0 }) { agency { name } } }', {}, 2, 1, 1],
    ['query ($n: Int = 50) { articles(pagination: { limit: $n }) { headline } }', {}, 50, 1, 0],
    ['query ($n: Int = 50) { articles(pagination: { limit: $n }) { headline } }', { n: 7 }, 7, 1, 0],
    ['query ($p: Page = { limit: 50 }) { articles(pagination: $p) { headline } }', {}, 50, 1, 0],
    ['query ($n: Int) { articles(pagination: { limit: $n }) { headline } }', { n: 7 }, 7, 1, 0],
    ['query ($p: Page) { articles(pagination: $p) { headline } }', { p: { limit: 8 } }, 8, 1, 0],
    ['{ latest(first: 10) { nodes { headline agency { name } } info { total } } }', {}, 1 + 10 + 10 + 1, 1, 3],
    ['{ a: story { headline } b: story { headline } }', {}, 2, 2, 0],
    ['{ ...f } fragment f on Query { story { ... on Article { agency { name } } } }', {}, 2, 1, 1],
    ['{ articles { articles { articles { articles { headline } } } } }', {}, Infinity, 1, 3],
  ])('of %s', (query, variables, objects, roots, nested) => {
    expect(cost(query, variables)).toBe(objects + 250 * roots + 10 * nested);
  });

  /** Objects that are met for the first time, those that the query comes back to, and questions below the root. */
  it.each([
    ['{ stories { comments { text } } }', 25 + 625, 0, 1],
    ['{ stories { comments { article { slug } } } }', 25 + 625, 625, 2],
    ['{ stories { comments_connection { nodes { article { slug } } } } }', 25 + 25 + 625, 625, 3],
    ['{ stories { ...f } } fragment f on NewswireArticle { comments { article { slug } } }', 25 + 625, 625, 2],
    ['{ stories(pagination: { limit: 5 }) { sections { stories { slug } } } }', 5 + 125, 3125, 2],
    ['{ stories(pagination: { limit: 5 }) { sections { sections { name } } } }', 5 + 125 + 3125, 0, 2],
    ['{ stories(pagination: { limit: 1 }) { comments { replies { replies { text } } } } }', 1 + 25 + 625 + 15_625, 0, 3],
    ['{ stories(pagination: { limit: 1 }) { comments { replies_connection { nodes { replies { text } } } } } }', 1 + 25 + 25 + 625 + 15_625, 0, 4],
    ['{ stories(pagination: { limit: 1 }) { comments { replies { parent { text } } } } }', 1 + 25 + 625, 625, 3],
    ['{ stories(pagination: { limit: 1 }) { comments { parent { replies { text } } } } }', 1 + 25 + 25, 625, 3],
  ])('counts what it comes back to twenty-five times: %s', (query, once, again, nested) => {
    expect(cost(query)).toBe(once + 25 * again + 250 + 10 * nested);
  }); // prettier-ignore

  it('of fragments in fragments is given up on', () => expect(cost(BOMB)).toBe(Infinity));

  it('counts a text again for each further name that it is asked for under', () => {
    const once = cost('{ articles { headline } }');
    expect(cost('{ articles { headline headline } }')).toBe(once);
    expect(cost('{ articles { a: headline b: headline ...f } } fragment f on Article { c: headline }')).toBe(once + 50);
    // Another object of the answer, another text.
    expect(cost('{ articles { headline } story { headline } }')).toBe(once + 251);
  });

  const times = (n: number, of: (n: number) => string) => Array.from({ length: n }, (_, at) => of(at)).join(' ');

  it.each([
    ['three hundred questions', `{ ${times(300, (n) => `a${n}: story { headline }`)} }`],
    ['three thousand lists of one story', `{ story { ${times(3000, (n) => `a${n}: photos(pagination: { limit: 1 }) { url }`)} } }`],
    ['a text nine thousand times', `{ articles { ${times(9000, (n) => `a${n}: headline`)} } }`],
  ])('is too much for %s', (_, query) => expect(cost(query)).toBeGreaterThan(20_000)); // prettier-ignore

  it('is not too much for a front page of twenty sections', () => {
    const section = 'nodes { headline agency { name } photos { url } articles(pagination: { limit: 3 }) { headline } } info { total }'; // prettier-ignore
    expect(cost(`{ ${times(20, (n) => `s${n}: latest(first: 10) { ${section} }`)} }`)).toBeLessThan(20_000);
  });
});
