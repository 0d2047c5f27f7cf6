import { readNitf } from '../nitf/story';
import { Draft } from '../draft';
import type { Format } from '../format';
import { parseXml, rootOf } from '../xml';

/**
 * NITF, the News Industry Text Format 2.5 to 3.6: one story a file.
 * Specification: https://iptc.org/std/NITF/3.6/ (DTD, schema and documentation).
 *
 * What agencies do differently:
 * - PA marks an embargo with `management-status="embargoed"`, which is no value of the DTD, and a `date.release`;
 *   others repeat the issue date in `date.release`, which is no embargo.
 * - AP leaves the identifier of `doc-id` out, and repeats `hl1` in `hl2`.
 * - ANSA puts the subheadline into `byline`; EFE writes initials there, and the date into the text of `dateline`.
 * - AAP and NTB keep section, keyword and selectors in `meta`, under names of their own.
 * - Dates come in ISO basic, ISO extended and with a space instead of "T", and not always with a zone.
 */
export const nitf: Format = {
  name: 'nitf',
  detect: (source) => rootOf(source)?.name === 'nitf',
  parse(source, context) {
    const draft = new Draft('text');
    readNitf(parseXml(source.text, context), draft, context);
    return [draft.reading()];
  },
};
