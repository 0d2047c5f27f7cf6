import { distinct, type Draft } from '../draft';
import { instant } from '../dates';
import type { ParseContext } from '../format';
import type { PubStatus } from '../item';
import type { XmlElement } from '../xml';
import { attr, child, children, textOf } from '../xml-tree';
import { codeOf, localCode, nameOf, roleOf } from './values';
import { closedBy } from '../vocabulary/pub-status';

/** What `rightsInfo` says, in the fields that stories and photos share. */
export interface Rights {
  copyrightHolder: string | undefined;
  copyrightNotice: string | undefined;
  usageTerms: string | undefined;
  /** PLUS code without its URI: "DMI-PROHIBITED" (NewsML-G2 2.33). */
  dataMining: string | undefined;
  webStatementOfRights: string | undefined;
}

/** All `rightsInfo` of an item together: a limit on a part of it is a limit that an editor must see. */
export function rightsOf(item: XmlElement): Rights {
  const infos = children(item, 'rightsInfo');
  const all = (name: string): XmlElement[] => infos.flatMap((info) => children(info, name));
  const dataMining = all('dataMining').map((one) => localCode(codeOf(one) ?? attr(one, 'literal')) ?? textOf(one));
  return {
    copyrightHolder: distinct(all('copyrightHolder').map(nameOf)).join(', ') || undefined,
    copyrightNotice: distinct(all('copyrightNotice').map(textOf)).join(' ') || undefined,
    usageTerms: distinct([...all('usageTerms'), ...all('otherConstraints')].map(textOf)).join(' ') || undefined,
    dataMining: dataMining.find(Boolean),
    webStatementOfRights: all('copyrightNotice')
      .map((one) => attr(one, 'href'))
      .find(Boolean),
  };
}

/** Rights, status, embargo, expiry and notes of any item. */
export function readRights(item: XmlElement, rights: Rights, draft: Draft, context: ParseContext): void {
  const itemMeta = child(item, 'itemMeta');
  const contentMeta = child(item, 'contentMeta');
  const { name } = item;
  draft.set('copyrightHolder', rights.copyrightHolder, `${name}/rightsInfo/copyrightHolder`);
  draft.set('copyrightNotice', rights.copyrightNotice, `${name}/rightsInfo/copyrightNotice`);
  draft.set('usageTerms', rights.usageTerms, `${name}/rightsInfo/usageTerms`);
  draft.set('creditLine', textOf(child(contentMeta, 'creditline')), `${name}/contentMeta/creditline`);
  draft.set('edNote', edNoteOf(itemMeta), `${name}/itemMeta/edNote`);
  draft.set('pubStatus', statusOf(item, context) ?? 'usable', `${name}/itemMeta/pubStatus`);

  const embargoed = child(itemMeta, 'embargoed');
  if (embargoed) {
    const text = textOf(embargoed);
    const until = instant(text, context);
    if (text !== undefined && until === undefined) {
      context.warn('embargo-unclear', `The end of the embargo, "${text.slice(0, 80)}", is no date. It has no end now.`);
    }
    // NewsML-G2 specification 2.x, "embargoed": an empty property is an embargo without an end.
    draft.embargo(until, `${name}/itemMeta/embargoed`);
  }
  const expires = child(itemMeta, 'expires') ?? child(contentMeta, 'expires');
  draft.set('expires', instant(textOf(expires), context), `${name}/itemMeta/expires`);

  const isExpression = (element: XmlElement): boolean => element.name.startsWith('rightsExpression');
  if (children(item, 'rightsInfo').some((info) => children(info).some(isExpression))) {
    context.warn(
      'rights-expression',
      `${attr(item, 'guid') ?? 'An item'} has a rights expression for machines (RightsML), which is not read. Its terms in words are.`,
    );
  }
}

/** pubStatus, where the item states one that is known. */
export function statusOf(item: XmlElement, context?: ParseContext): PubStatus | undefined {
  return closedBy(codeOf(child(child(item, 'itemMeta'), 'pubStatus')), context);
}

/** All notes; dpa's "notepad" repeats the others in one block of XHTML, so it counts only when it stands alone. */
function edNoteOf(itemMeta: XmlElement | undefined): string | undefined {
  const notes = children(itemMeta, 'edNote');
  const single = notes.filter((note) => roleOf(note) !== 'notepad');
  return distinct((single.length > 0 ? single : notes).map(textOf)).join(' ') || undefined;
}
