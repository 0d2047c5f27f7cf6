import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { likeliestCharset } from '../charset-guess';
import type { Source } from '../source';

/*
 * The frame of a transmission: SOH header STX text ETX trailer EOT, the control characters of ISO 646 that the
 * teleprinter formats share. A file may hold several.
 */

const SOH = '\x01';
const STX = '\x02';
const ETX = '\x03';
const EOT = '\x04';

export interface Message {
  /** Lines between SOH and STX. */
  header: readonly string[];
  /** Between STX and ETX; to the end where a transmission was cut off. */
  text: string;
  /** Between ETX and EOT. */
  trailer: string;
}

/**
 * The text of a transmission. The formats leave the charset to the parties: most take latin-1, some still the code page
 * 850 of the first computers in newsrooms, which no detection knows.
 */
export function wireText(source: Source): string {
  const { bytes, charset, text } = source;
  if (charset !== undefined || isUtf8(bytes) || !bytes.some((byte) => byte >= 0x80 && byte <= 0x9f)) return text;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isWestern = /[\u0080-\u00ff]/.test(text);
  return isWestern && likeliestCharset(buffer, ['windows-1252', 'cp850']) === 'cp850'
    ? iconv.decode(buffer, 'cp850')
    : text;
}

/** The messages of a file, `max` at most. What stands outside of a frame (SYN, DEL, form feeds) is left out. */
export function messagesOf(text: string, max: number): Message[] {
  const messages: Message[] = [];
  let at = text.indexOf(SOH);
  while (at >= 0 && messages.length < max) {
    const next = text.indexOf(SOH, at + 1);
    const frame = text.slice(at + 1, next < 0 ? undefined : next);
    const stx = frame.indexOf(STX);
    if (stx >= 0) {
      const etx = frame.indexOf(ETX, stx);
      const end = etx < 0 ? frame.length : etx;
      const eot = frame.indexOf(EOT, end);
      messages.push({
        header: linesOf(frame.slice(0, stx)),
        text: frame.slice(stx + 1, end),
        trailer: frame.slice(end + 1, eot < 0 ? undefined : eot).trim(),
      });
    }
    at = next;
  }
  return messages;
}

export function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/);
}
