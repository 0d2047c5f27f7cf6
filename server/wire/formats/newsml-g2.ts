import { WireError } from '../errors';
import type { Format } from '../format';
import { readItem } from '../newsmlg2/item';
import { linkPackages } from '../newsmlg2/packages';
import { firstItems, parseXml, rootOf } from '../xml';
import { child, children } from '../xml-tree';

/**
 * NewsML-G2 2.0 to 2.35: news items (text, pictures, video …), packages, and messages that carry many of them.
 * Specification and guidelines: https://iptc.org/std/NewsML-G2/
 *
 * What agencies do differently:
 * - An empty `embargoed` is an embargo without an end (specification); BusinessDesk sends it with every story, dpa with
 *   pictures. A date there ends it.
 * - Reuters sends `pubStatus` canceled under the same guid with a higher version, huge version numbers that say nothing
 *   about the order, `edStat` signals, and a technical time where the dateline should be.
 * - dpa writes many notes with roles, one of which ("notepad") repeats the others as XHTML; headlines by rank; a teaser.
 * - TT leaves the namespace out, or sends a vocabulary of its own (BODY, RUBRIK, BRODTEXT) as inline XML.
 * - ANSA puts markup as text into inlineData, and its subheadline into a second headline with a role.
 * - STT names the agency in the credit line with a dash.
 */
export const newsmlG2: Format = {
  name: 'newsml-g2',
  detect(source) {
    const root = rootOf(source);
    if (!root) return false;
    // Others call an element "newsItem" too; without the namespace it takes an identifier.
    return STORIES.has(root.name) ? /iptc\.org\/std\/nar|\sguid\s*=/.test(root.startTag) : ROOTS.has(root.name);
  },
  parse(source, context) {
    const root = parseXml(source.text, context);
    const items = STORIES.has(root.name)
      ? [root]
      : children(child(root, 'itemSet')).filter(({ name }) => STORIES.has(name));
    if (items.length === 0) {
      throw new WireError(
        'no-content',
        `This NewsML-G2 ${root.name} carries no news item. Concepts, events and plans are not imported.`,
      );
    }
    const read = firstItems(items, context);
    const readings = read.map((item) => readItem(item, context));
    linkPackages(read, readings);
    return readings;
  },
};

const STORIES = new Set(['newsItem', 'packageItem']);
const ROOTS = new Set(['newsMessage', 'conceptItem', 'knowledgeItem', 'planningItem', 'catalogItem']);
