/** What is done to XML text before, and once after, it was found to be no XML. */

/** XML 1.0 production 23, cut off: what it says was used when the bytes were decoded. */
export function withoutDeclaration(text: string): string {
  const start = /^[\s\u0000-\u001f\uFEFF]*(?:<\?xml\s[^>]{0,300}\?>)?/.exec(text)?.[0] ?? '';
  // Newlines stay, so that line numbers are those of the file.
  return start.replace(/[^\n]/g, '') + text.slice(start.length);
}

/** Without the control characters that XML 1.0 section 2.2 does not allow. */
export function cleanXml(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}

/** What XML 1.0 section 2.2 does not allow, and "&" that begins no reference. CDATA sections keep their "&". */
export function repairXml(text: string): string {
  const clean = cleanXml(text).trimEnd();
  let repaired = '';
  let at = 0;
  while (at < clean.length) {
    const open = clean.indexOf('<![CDATA[', at);
    const end = open < 0 ? clean.length : open;
    repaired += clean
      .slice(at, end)
      .replace(/&(?!(?:[A-Za-z][A-Za-z0-9]{0,30}|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)/g, '&amp;');
    if (open < 0) break;
    const close = clean.indexOf(']]>', open);
    at = close < 0 ? clean.length : close + 3;
    repaired += clean.slice(open, at);
  }
  return repaired.replace(/&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));/gi, '');
}
