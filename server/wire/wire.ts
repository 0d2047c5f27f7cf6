/**
 * `strapi-plugin-newswire/wire`: the parsers on their own, without Strapi.
 *
 * ```ts
 * import { parse } from 'strapi-plugin-newswire/wire';
 * const { format, readings } = await parse({ bytes: await readFile('story.txt') });
 * ```
 */
export { parse, type ParseOptions, type ParseResult } from './parse';
export { parseStream, type StreamOptions } from './stream';
export { WireError, type WireErrorCode } from './errors';
export type { FormatName, Warning } from './format';
export type { Limits } from './limits';
export type { WireInput } from './source';
export type * from './item';
