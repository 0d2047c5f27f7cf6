import type { ImportRequest } from '../../contracts/imports';

/** What an editor hands in: pasted text, dropped files, or both. */
export interface Copy {
  text: string;
  files: File[];
}

/** Strapi takes 20 MB in the texts of a form (`formidable.maxFieldsSize`), which the request shares: longer copy goes as a file. Bytes. */
const MAX_TEXT = 8 * 1024 * 1024;
export const PASTED_NAME = 'pasted.txt';

/** The multipart body of a preview, or of an import when there is a request. */
export function importForm({ text, files }: Copy, request?: ImportRequest): FormData {
  const form = new FormData();
  const pasted = new Blob([text], { type: 'text/plain' });
  if (pasted.size > MAX_TEXT) form.append('files', pasted, PASTED_NAME);
  else if (text.trim() !== '') form.append('text', text);
  for (const file of files) form.append('files', file, file.name);
  if (request) form.append('data', JSON.stringify(request));
  return form;
}
