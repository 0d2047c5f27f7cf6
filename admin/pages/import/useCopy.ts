import { useCallback, useEffect, useState } from 'react';
import type { Copy } from '../../api/importForm';
import { withNames } from './fileNames';

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
