import { attribute, elementsOf, namesOf, type PageElement } from './dom';
import { isCaption } from './figures';
import type { Measure } from './measure';

/**
 * What on a page is no part of the story. It is read from what an element is (its name, its role) and from what
 * publishers call it (the words of its class and id), never from who the publisher is.
 */

/** Never part of a story. */
const ELEMENTS = new Set(
  'nav aside form button input select dialog menu label fieldset link meta title source track footer hr progress meter'.split(
    ' ',
  ),
);
/** What holds the story itself, whatever it is called. */
const CONTENT = new Set('p figure figcaption picture img h1'.split(' '));
const ROLES = new Set(
  'navigation complementary banner contentinfo search dialog alertdialog alert button menu menubar toolbar tablist form'.split(
    ' ',
  ),
);

/** One such word in a name is enough. */
const WORDS = new Set(
  (
    'ad ads adv advert advertisement advertising advertorial adslot adsense adunit anzeige werbung publicidad publicite ' +
    'outbrain taboola plista sponsor sponsored ' +
    'share shares sharing sharebar sharer sharedaddy addtoany addthis social socials socialmedia shariff ' +
    'newsletter newsletters subscribe subscription abo abonnement signup signin login paywall piano regwall ' +
    'related relacionadas relacionados recommended recommendation recommendations recommend recirculation recirc ' +
    'trending popular mostread mostviewed meistgelesen teaser teasers readmore seealso ' +
    'breadcrumb breadcrumbs crumbs pagination pager navigation nav navbar menu submenu toc ' +
    'cookie cookies consent gdpr cmp tooltip ' +
    'footer masthead skip skiplink toolbar ' +
    'authorbox authorbio autor bio biography aboutauthor ' +
    'tags taglist tagcloud topics keywords ' +
    'print rating ratings vote votes voting likes reactions feedback donate donation donations spenden ' +
    'promo promos promotion promobox cta banner ' +
    'noprint screenreader sr visuallyhidden'
  ).split(' '),
);
/** Such a word is enough unless the element holds a picture with its caption: layouts put those into their margins. */
const LAYOUT = new Set('sidebar widget widgets popup modal overlay lightbox'.split(' '));
/** Two words that stand beside each other. */
const PAIRS = new Set(
  (
    'author box,author bio,author info,author card,about author,about the,post meta,entry meta,read more,read also,read next,see also,' +
    'more from,more stories,most read,most viewed,most popular,you may,also like,next post,prev post,previous post,post navigation,' +
    'entry footer,post footer,article footer,post tags,tag list,screen reader,visually hidden,jump link,' +
    'print only,hidden print,no print,up next,follow us,whatsapp channel,telegram channel,in article,inline promo'
  ).split(','),
);

/** The share of the page's prose that nothing called noise can hold: then the name means something else. */
const TOO_MUCH = 0.35;

/** Pictures in a margin that holds one figure, and the same for other screens. */
const MAX_IMAGES = 3;

function holdsCaption(element: PageElement): boolean {
  for (const inner of elementsOf(element)) if (isCaption(inner)) return true;
  return false;
}

function isHidden(element: PageElement): boolean {
  if (element.getAttribute('hidden') !== null) return true;
  if (attribute(element, 'aria-hidden') === 'true') return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, 'style') ?? '');
}

/** Whether the element and all that it holds can go. `page` is the measure of the whole page. */
export function isNoise(element: PageElement, own: Measure, page: Measure): boolean {
  if (ELEMENTS.has(element.localName)) return own.prose <= page.prose * TOO_MUCH;
  if (own.prose > page.prose * TOO_MUCH) return false;
  if (isHidden(element)) return true;
  if (ROLES.has(attribute(element, 'role')?.toLowerCase() ?? '')) return true;
  return isNamedNoise(element, own);
}

/** Whether its names say that it is no part of the story. */
function isNamedNoise(element: PageElement, own: Measure): boolean {
  if (CONTENT.has(element.localName)) return false;
  const names = namesOf(element);
  if (names.some((name, index) => WORDS.has(name) || PAIRS.has(`${name} ${names[index + 1] ?? ''}`))) return true;
  return (
    names.some((name) => LAYOUT.has(name)) && !(own.images > 0 && own.images <= MAX_IMAGES && holdsCaption(element))
  );
}
