/** An element with attributes, and children that are elements or texts; what is empty is left out. */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value != null) made.setAttribute(key, value);
  made.append(...children.filter((child) => child != null && child !== ''));
  return made;
}

export const textIn = (name, className, text) => (text ? element(name, { class: className }, text) : null);

/** A line of what there is of these, with a dot between. */
export function line(className, ...parts) {
  const given = parts.filter(Boolean).flatMap((part, n) => (n === 0 ? [part] : [' · ', part]));
  return given.length > 0 ? element('p', { class: className }, ...given) : null;
}

/** Only for what the server has made safe: the `body` of an article and the `html` of a comment. */
export function safeHtml(className, html) {
  const made = element('div', { class: className });
  made.innerHTML = html ?? '';
  return made;
}

export function when(time) {
  if (!time) return null;
  const text = new Date(time).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
  return element('time', { class: 'when', datetime: time }, text);
}

export function button(label, onClick, attributes = {}) {
  const made = element('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', onClick);
  return made;
}

/** A form of the page's templates, whose `send` is given its fields and says what came of it. */
export function formOf(template, send) {
  const form = document.getElementById(template).content.cloneNode(true).querySelector('form');
  const status = form.querySelector('[role=status]');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    status.textContent = 'Sending …';
    try {
      status.textContent = await send(Object.fromEntries(new FormData(form)), form);
    } catch (error) {
      status.textContent = error.message;
    }
  });
  return form;
}
