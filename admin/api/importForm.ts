import type { ImportRequest } from '../../contracts/imports';

/** What an editor hands in: pasted text, dropped files, or both. */
export interface Copy {
  text: string;
  files: File[];
}

/** The multipart body of a preview, or of an import when there is a request. */
export function importForm({ text, files }: Copy, request?: ImportRequest): FormData {
  const form = new FormData();
  if (text.trim() !== '') form.append('text', text);
  for (const file of files) form.append('files', file, file.name);
  if (request) form.append('data', JSON.stringify(request));
  return form;
}
