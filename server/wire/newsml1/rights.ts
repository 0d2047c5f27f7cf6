import { distinct } from '../draft';
import type { XmlElement } from '../xml';
import { all, attr, children, first, textOf } from '../xml-tree';
import { type Component } from './component';

/** Elements of UsageRights (NewsML 1.2 DTD), and what is written before their values in the terms. */
const TERMS: readonly [string, string][] = [
  ['UsageType', ''],
  ['Limitations', ''],
  ['Geography', 'Geography: '],
  ['StartDate', 'From: '],
  ['EndDate', 'Until: '],
];

/** The terms of a component itself: its RightsLine and its UsageRights. */
export function usageTermsOf(component: Component): string | undefined {
  const terms = all(component.element, 'RightsMetadata/UsageRights').map((rights) =>
    TERMS.flatMap(([name, label]) => distinct(children(rights, name).map(textOf)).map((text) => label + text)).join(
      '; ',
    ),
  );
  return distinct([component.lines.get('rightsline'), ...terms]).join('; ') || undefined;
}

/** RightsMetadata/Copyright/CopyrightHolder, as text or as a party. */
export function copyrightHolderOf(element: XmlElement): string | undefined {
  const holder = first(element, 'RightsMetadata/Copyright/CopyrightHolder');
  return textOf(holder) ?? attr(first(holder, 'Party'), 'FormalName');
}

/** The day after which UsageRights ends, as delivered. */
export function endDateOf(element: XmlElement): string | undefined {
  return textOf(first(element, 'RightsMetadata/UsageRights/EndDate'));
}
