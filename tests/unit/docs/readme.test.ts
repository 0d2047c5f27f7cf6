import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');
const read = (path: string): string => readFileSync(resolve(ROOT, path), 'utf8');

/** The content of the README's first block in a language. */
function block(language: string): string {
  const readme = read('README.md');
  const start = readme.indexOf(`\`\`\`${language}\n`) + language.length + 4;
  return readme.slice(start, readme.indexOf('\n```', start) + 1);
}

describe('the README', () => {
  it('shows the query that the demo asks', () => {
    expect(block('graphql')).toBe(read('playground/story/query.graphql'));
  });

  it('shows the answer that the demo must get', () => {
    expect(block('json')).toBe(read('playground/story/answer.json'));
  });

  it.each(['docs/images/import-preview.png', 'docs/images/credits-panel.png'])('shows %s, which is there', (image) => {
    expect(read('README.md')).toContain(`(${image})`);
    expect(read(image).length).toBeGreaterThan(0);
  });

  it('tells commands that package.json has', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));
    const told = [...read('README.md').matchAll(/npm run ([a-z0-9:]+)/g)].map(([, name]) => name);
    expect(told).toEqual(expect.arrayContaining(['demo', 'test:e2e']));
    expect(told.filter((name = '') => !(name in scripts))).toEqual([]);
  });
});
