import { button, element, formOf, safeHtml, when } from './dom.js';
import { ask, DISCUSSION, POST, REPORT } from './graphql.js';

/** The comments of a story, with what a reader can do: write, answer, report. */
export async function showComments(section, article) {
  const { newswireDiscussion: thread } = await ask(DISCUSSION, { article });
  const list = element('div', {}, ...thread.comments.map((comment) => commentOf(comment, article, thread.open)));
  const title = thread.total === 1 ? '1 comment' : `${thread.total} comments`;
  section.replaceChildren(element('h2', {}, title), list);
  if (thread.hasNextPage) section.append(moreButton(list, article, thread));
  section.append(thread.open ? writeForm(article) : element('p', { class: 'rights' }, 'The discussion is closed.'));
}

function moreButton(list, article, { endCursor, open }) {
  return button('More comments', async ({ target }) => {
    const { newswireDiscussion: thread } = await ask(DISCUSSION, { article, after: endCursor });
    list.append(...thread.comments.map((comment) => commentOf(comment, article, open)));
    target.replaceWith(...(thread.hasNextPage ? [moreButton(list, article, thread)] : []));
  });
}

function commentOf({ documentId, depth, authorName, staff, html, postedAt, editedAt }, article, isOpen) {
  const place = element('div', {});
  /** The form stands below the comment; the same button takes it away again. */
  const opens = (make) => (event) => {
    const isShown = event.target.getAttribute('aria-expanded') === 'true';
    for (const one of actions.children) one.setAttribute('aria-expanded', 'false');
    place.replaceChildren(...(isShown ? [] : [make()]));
    if (isShown) return;
    event.target.setAttribute('aria-expanded', 'true');
    place.querySelector('input, select').focus();
  };
  const closed = { 'aria-expanded': 'false' };
  const actions = element(
    'div',
    { class: 'actions' },
    isOpen ? button('Reply', opens(() => writeForm(article, { documentId, authorName })), { ...closed, 'aria-label': `Reply to ${authorName}` }) : null, // prettier-ignore
    button('Report', opens(() => reportForm(documentId)), { ...closed, 'aria-label': `Report the comment by ${authorName}` }), // prettier-ignore
  );
  return element(
    'article',
    { class: 'comment', style: `--depth: ${Number(depth) - 1}`, 'aria-label': `Comment by ${authorName}` },
    element('h3', {}, authorName, staff ? element('span', { class: 'staff' }, 'Newsroom') : null),
    when(postedAt),
    editedAt ? element('span', { class: 'when' }, ' · edited') : null,
    safeHtml('text', html),
    actions,
    place,
  );
}

function writeForm(article, answered) {
  const form = formOf('comment-form', async ({ email, ...fields }) => {
    const data = { article, ...fields, ...(email ? { email } : {}) };
    if (answered) data.parent = answered.documentId;
    const { newswirePostComment: posted } = await ask(POST, { data });
    form.elements.text.value = '';
    return posted.status === 'PUBLISHED'
      ? 'Published. Thank you.'
      : 'Thank you. It is shown once an editor has read it.';
  });
  form.querySelector('h3').textContent = answered ? `Your reply to ${answered.authorName}` : 'Your comment';
  return form;
}

function reportForm(id) {
  return formOf('report-form', async ({ reason, note }, form) => {
    await ask(REPORT, { id, reason, note: note || null });
    for (const one of form.querySelectorAll('label, .actions')) one.remove();
    return 'Thank you. The editors will look at it.';
  });
}
