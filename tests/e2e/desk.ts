import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const data = (): string => process.env['NEWSWIRE_E2E_DATA'] ?? '';

/** The demo editor that the playground makes on its first start. */
export function editor(): { email: string; password: string } {
  const secrets: { demoEditorPassword: string } = JSON.parse(readFileSync(join(data(), 'secrets.json'), 'utf8'));
  return { email: 'editor@newsroom.example', password: secrets.demoEditorPassword };
}

export const session = (): string => join(data(), 'session.json');

const STORY = resolve(__dirname, '../../playground/story');

/** The demo's story, as an agency's web page gives it to the clipboard. */
export const copy = readFileSync(join(STORY, 'steam-ferry.txt'), 'utf8');
export const headline = copy.split('\n')[0] ?? '';
export const photo = join(STORY, 'steam-ferry.jpg');
