import type { Format } from '../format';
import type { Reading } from '../item';
import { readNewsItem } from '../newsml1/item';
import { firstItems, parseXml, rootOf } from '../xml';
import { child, children } from '../xml-tree';

/**
 * NewsML 1.0 to 1.2: one or more NewsItems, each a tree of NewsComponents with lines, metadata and content.
 * Specification: https://iptc.org/std/NewsML/1.2/ (DTD, schema and functional specification).
 *
 * What agencies do differently:
 * - AFP sends text in the outermost component, or in one of several inner components with the photos beside it, each
 *   with its own lines, its caption in a component of its own and its sizes under the roles HighDef, Quicklook and
 *   Thumbnail. Alerts have an empty HeadLine. "AdvisoryLine" is a note to the desk for stories, a limit for photos.
 * - EFE puts a whole NITF document with its own metadata into DataContent, and several items into a file.
 * - Kyodo and others declare the NITF DTD in an internal subset; it is never read.
 * - Belga writes Headline for HeadLine, and title, lead and body as components with these roles.
 * - Business Wire spreads headline, subheadline, contact and body over components of XHTML.
 * - ANA, Solita and others put HTML into CDATA. TASS writes the urgency as text.
 */
export const newsml1: Format = {
  name: 'newsml-1',
  detect: (source) => rootOf(source)?.name === 'NewsML',
  parse(source, context) {
    const root = parseXml(source.text, context);
    const envelope = child(root, 'NewsEnvelope');
    return firstItems(children(root, 'NewsItem'), context).flatMap((item): Reading[] => {
      const reading = readNewsItem(item, envelope, context);
      return reading ? [reading] : [];
    });
  },
};
