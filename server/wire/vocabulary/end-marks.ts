/** Lines that end a story on the wire, as label keys: numbers are "#", punctuation at the ends is dropped. */
export const END_MARKS: ReadonlySet<string> = new Set([
  'end', 'ends', 'end of story', 'end item', 'endit', 'end it', 'endall', 'ende', 'fin', 'fine', 'fim', 'einde', 'slut', 'koniec',
  'конец', 'nnnn', 'mf', 'mf ends', 'ends mf', 'reuter', 'reuters', 'aap', 'afp', 'more', 'mehr', 'suite', 'xinhua', 'ansa', 'efe',
  'end bulletin', 'end text', 'xxx', 'endquote',
]); // prettier-ignore

/** Lines made of signs only: "###", "# # #", "-30-", "***", "___", "-0-". */
export const END_SIGNS = /^(?:[-–—=*_#~•·\s]{2,40}|[-–—(\s]{0,3}(?:30|0)[-–—)\s]{1,3})$/;
