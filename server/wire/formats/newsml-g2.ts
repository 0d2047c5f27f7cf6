import { WireError } from '../errors';
import type { Format } from '../format';
import { readItem } from '../newsmlg2/item';
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
  detect: (source) => ROOTS.has(rootOf(source)?.name ?? ''),
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
    return firstItems(items, context).map((item) => readItem(item, context));
  },
};

const STORIES = new Set(['newsItem', 'packageItem']);
const ROOTS = new Set([...STORIES, 'newsMessage', 'conceptItem', 'knowledgeItem', 'planningItem', 'catalogItem']);
