import { BODY, itemOf, paragraphsOf, STORY } from './read';

const story = (tail: string): string => `Council reopens lighthouse of Easthaven\n\n${BODY}\n\n${tail}`;

describe('comments of readers', () => {
  it.each([
    [
      'author, date, text, button',
      'Comments (2)\n\nMargo\n\nJanuary 18, 2021 at 7:01 pm\n\nI saw it lit.\n\nReply\n\nPete the Owl\n\nJanuary 18, 2021 at 8:30 pm\n\nThe noise was there for a year.\n\nNobody listened.\n\nReply',
      [
        { author: 'Margo', text: 'I saw it lit.', publishedAt: '2021-01-18T19:01:00.000Z' },
        {
          author: 'Pete the Owl',
          text: 'The noise was there for a year.\n\nNobody listened.',
          publishedAt: '2021-01-18T20:30:00.000Z',
        },
      ],
    ],
    [
      'how long ago',
      '1 Comment\n\nShona\n2 days ago\nNever in doubt.\nLike · Reply',
      [{ author: 'Shona', text: 'Never in doubt.' }],
    ],
    [
      '“says”, in any language',
      '2 commentaires\n\nJosette dit :\n5 septembre 2019 à 09:12\nEnfin !\nRépondre',
      [{ author: 'Josette', text: 'Enfin !', publishedAt: '2019-09-05T09:12:00.000Z' }],
    ],
    [
      'a name and a colon',
      'Comments:\n\nWanda: Thank God.\n\nOld Owl: I know that lamp.',
      [
        { author: 'Wanda', text: 'Thank God.' },
        { author: 'Old Owl', text: 'I know that lamp.' },
      ],
    ],
    [
      'author and age on a line',
      'Discussion\n\nMargo • 2 days ago\nNever again.\n3 likes\nReply',
      [{ author: 'Margo', text: 'Never again.' }],
    ],
    [
      'name, day and text on a line',
      'Comments\n\nMargo (May 5, 2019): Never again.\n\nPete (May 6, 2019): Oh.',
      [
        { author: 'Margo', text: 'Never again.', publishedAt: '2019-05-05T00:00:00.000Z' },
        { author: 'Pete', text: 'Oh.', publishedAt: '2019-05-06T00:00:00.000Z' },
      ],
    ],
    [
      'an answer to another comment',
      '2 Comments\n\nAnn says:\nMay 4, 2019 at 9:00 am\nIs it lit?\nReply\n\nBo says:\nMay 4, 2019 at 9:05 am\n@Ann It is.\nReply',
      [
        { author: 'Ann', text: 'Is it lit?', publishedAt: '2019-05-04T09:00:00.000Z' },
        { author: 'Bo', text: '@Ann It is.', publishedAt: '2019-05-04T09:05:00.000Z', replyTo: 0 },
      ],
    ],
    [
      'the address of the author under the name, and a reader who gave an address alone',
      '2 Comments\n\nBob Reader\nbob.reader@mail.example\nJune 4, 2025 at 10:12 am\nNice owl.\nReply\n\nowl@mail.example\nJune 4, 2025 at 10:13 am\nMine too.',
      [
        {
          author: 'Bob Reader',
          email: 'bob.reader@mail.example',
          text: 'Nice owl.',
          publishedAt: '2025-06-04T10:12:00.000Z',
        },
        { author: 'Anonymous', email: 'owl@mail.example', text: 'Mine too.', publishedAt: '2025-06-04T10:13:00.000Z' },
      ],
    ],
    [
      'the last line of a comment above the address of the next author is text',
      'Comments\n\nBo\nbo@mail.example\nJune 4, 2025 at 10:12 am\nAgreed.\n\nowl@mail.example\nJune 5, 2025 at 10:13 am\nNo.',
      [
        { author: 'Bo', email: 'bo@mail.example', text: 'Agreed.', publishedAt: '2025-06-04T10:12:00.000Z' },
        { author: 'Anonymous', email: 'owl@mail.example', text: 'No.', publishedAt: '2025-06-05T10:13:00.000Z' },
      ],
    ],
    [
      'the address beside the name, above the text, before a colon',
      'Comments\n\nBob Reader <bob@mail.example>\nJune 4, 2025 at 10:12 am\nNice owl.\n\nEva\nJune 4, 2025 at 10:13 am\nE-mail: eva@mail.example\nWrite to the owl, owl@mail.example!',
      [
        { author: 'Bob Reader', email: 'bob@mail.example', text: 'Nice owl.', publishedAt: '2025-06-04T10:12:00.000Z' },
        {
          author: 'Eva',
          email: 'eva@mail.example',
          text: 'Write to the owl, owl@mail.example!',
          publishedAt: '2025-06-04T10:13:00.000Z',
        },
      ],
    ],
    [
      '“says”, with an address',
      'Comments\n\nAnn <ann@mail.example> says:\nNice owl.\n\nBo says:\nbo@mail.example\nMay 4, 2019 at 9:05 am\nNo.',
      [
        { author: 'Ann', email: 'ann@mail.example', text: 'Nice owl.' },
        { author: 'Bo', email: 'bo@mail.example', text: 'No.', publishedAt: '2019-05-04T09:05:00.000Z' },
      ],
    ],
    [
      'an address and a colon',
      'Comments:\n\nann@mail.example: Nice owl.\n\nBo: No.',
      [
        { author: 'Anonymous', email: 'ann@mail.example', text: 'Nice owl.' },
        { author: 'Bo', text: 'No.' },
      ],
    ],
  ])('%s', (_, tail, comments) => {
    const item = itemOf(story(tail));
    expect(item.comments).toEqual(comments);
    expect(paragraphsOf(item)).toEqual(STORY);
  });

  it('finds comments without a heading by name, address and date', () => {
    const item = itemOf(story('Bob Reader\nbob@mail.example\nJune 4, 2025 at 10:12 am\nNice owl.'));
    expect(item.comments).toEqual([
      { author: 'Bob Reader', email: 'bob@mail.example', text: 'Nice owl.', publishedAt: '2025-06-04T10:12:00.000Z' },
    ]);
    expect(paragraphsOf(item)).toEqual(STORY);
  });

  it('does not take the writer above a story, with address and date, for a reader', () => {
    const head = 'Council reopens lighthouse\n\nThe owls of Easthaven may stay where they are.';
    const item = itemOf(`${head}\n\nMara Lind\nmara@paper.example\nJune 4, 2025 at 10:12 am\n\n${BODY}`);
    expect(item.comments).toBeUndefined();
    expect(paragraphsOf(item)).toEqual(expect.arrayContaining(STORY));
  });

  it.each([
    ['blank lines', '\n\n', '1 Comment', 'Bob says:'],
    ['no blank lines', '\n', '1 Comment', 'Bob says:'],
    ['another language', '\n\n', 'Commentaires (1)', 'Bob dit :'],
    ['another language, no blank lines', '\n', 'Commentaires (1)', 'Bob dit :'],
    ['buttons above', '\n\n', '1 Comment', 'Bob says:', 'Share', 'Facebook', 'Twitter'],
    ['buttons above, no blank lines', '\n', '1 Comment', 'Bob says:', 'Share', 'Facebook', 'Twitter'],
  ])('keeps the short end of a story above the comments: %s', (_, gap, heading, says, ...buttons) => {
    const end = [
      'The mayor of Easthaven leaves office after ten years, the city said.',
      'He leaves on Tuesday.',
      'Who comes next?',
    ];
    const item = itemOf(['Mayor leaves office', ...buttons, ...end, heading, says, 'At last he goes.'].join(gap));
    expect(item.comments).toEqual([{ author: 'Bob', text: 'At last he goes.' }]);
    expect(paragraphsOf(item)).toEqual(end);
  });

  it.each([
    'Leave a Reply\n\nYour email address will not be published. Required fields are marked *',
    'Laisser un commentaire\n\nVotre adresse e-mail ne sera pas publiée.',
    'Leave a Comment\n\nLogged in as editor. Log out?',
  ])('leaves out the form %j', (form) => {
    const item = itemOf(story(form));
    expect(item.comments).toBeUndefined();
    expect(paragraphsOf(item)).toEqual(STORY);
  });

  it('leaves a sentence that only sounds like the form', () => {
    const sentence = '“Leave a reply on the door,” read the note on the lighthouse, and two hundred did.';
    expect(paragraphsOf(itemOf(story(sentence)))).toEqual([...STORY, sentence]);
  });
});
