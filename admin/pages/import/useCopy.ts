import { useCallback, useEffect, useState } from 'react';
import type { Copy } from '../../api/importForm';

const STORED = 'newswire.import.text';

/** What is to be imported. The text survives a reload; a browser lets no page keep dropped files. */
export function useCopy() {
  const [text, setText] = useState(() => sessionStorage.getItem(STORED) ?? '');
  const [files, setFiles] = useState<File[]>([]);

  useEffect(() => {
    try {
      sessionStorage.setItem(STORED, text);
    } catch {
      // The browser's store holds some 5 MB: a longer text is kept in the page only.
      sessionStorage.removeItem(STORED);
    }
  }, [text]);

  const addFiles = useCallback((added: readonly File[]) => setFiles((before) => withNames(before, added)), []);
  const removeFile = useCallback((name: string) => {
    setFiles((before) => before.filter((file) => file.name !== name));
  }, []);
  const forget = useCallback(() => sessionStorage.removeItem(STORED), []);

  const copy: Copy = { text, files };
  return { copy, setText, addFiles, removeFile, forget };
}

/** Files are known by their names from here on, so a second "photo.jpg" becomes "photo (2).jpg". */
export function withNames(before: readonly File[], added: readonly File[]): File[] {
  const taken = new Set(before.map(({ name }) => name));
  return [...before, ...added.map((file) => renamed(file, taken))];
}

function renamed(file: File, taken: Set<string>): File {
  let name = file.name;
  const dot = name.lastIndexOf('.');
  const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let copy = 2; taken.has(name); copy += 1) name = `${stem} (${String(copy)})${end}`;
  taken.add(name);
  return name === file.name ? file : new File([file], name, { type: file.type, lastModified: file.lastModified });
}
