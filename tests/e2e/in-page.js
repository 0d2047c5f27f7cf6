// Runs in every page and frame of the XSS tests before anything else (detector.ts). The payloads call `alert`.

Object.assign(window, { alert: told, confirm: told, prompt: told });

function told() {
  window.newswireRan();
}

/** An address as the browser reads it: without line ends and tabs, and after `url=` in what refreshes the page. */
const isScript = (address) =>
  /^(?:\d*;\s*url=)?[\s\p{Cc}]*(?:javascript|vbscript|data:text\/html)/iu.test(address.replace(/[\t\n\r]/g, ''));

/** What would run at a touch. React and Strapi set no handlers as attributes: one that is there came out of a text. */
window.newswireDormant = (root = document) =>
  [...root.querySelectorAll('*')]
    .filter((element) =>
      [...element.attributes].some(
        ({ name, value }) => name.startsWith('on') || name === 'srcdoc' || (name !== 'value' && isScript(value)),
      ),
    )
    .map((element) => element.outerHTML.slice(0, 200));

/**
 * Puts each text into the page as a careless front-end does, as HTML whose scripts run, also where a text area, a title
 * or a comment was to hold it, and touches all that comes of it. Tells which would have run.
 */
window.newswirePutAsHtml = async (texts) => {
  const flagged = new Set();
  for (const text of texts) {
    for (const html of [text, `<textarea>${text}</textarea>`, `<title>${text}</title>`, `<!-- ${text} -->`]) {
      const place = document.createElement('div');
      document.querySelector('main').append(place);
      place.append(document.createRange().createContextualFragment(html));
      if (window.newswireDormant(place).length > 0 || place.querySelector('script')) flagged.add(text);
      for (const element of place.querySelectorAll('*')) {
        for (const type of ['mouseover', 'pointerenter', 'click', 'focus']) element.dispatchEvent(new Event(type));
      }
      // What loads is told of later; plain text has nothing to wait for.
      if (place.querySelector('[src], [onload], script')) await new Promise((later) => setTimeout(later, 5));
      place.remove();
    }
  }
  await new Promise((later) => setTimeout(later, 500));
  return [...flagged];
};

/** The texts and attributes of a feed, as a reader's program has them. What is not well-formed is no feed. */
window.newswireTextsOfXml = (source) => {
  const feed = new DOMParser().parseFromString(source, 'application/xml');
  if (feed.querySelector('parsererror')) throw new Error('This is no XML.');
  const elements = [...feed.querySelectorAll('*')];
  return [
    ...elements.filter(({ childElementCount }) => childElementCount === 0).map(({ textContent }) => textContent),
    ...elements.flatMap(({ attributes }) => [...attributes].map(({ value }) => value)),
  ];
};
