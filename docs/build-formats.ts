/**
 * Writes `docs/formats.md` from the table of the formats: `npm run docs:formats`.
 */
import { writeFileSync } from 'node:fs';
import { formatsDocument } from './formats-document';

writeFileSync('docs/formats.md', formatsDocument());
