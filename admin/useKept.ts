import { useCallback, useState } from 'react';
import type { z } from 'zod';

/** State that survives a reload of the page, until it is forgotten. What does not parse was kept by another version. */
export function useKept<T>(key: string, schema: z.ZodType<T>, initial: T) {
  const [value, setValue] = useState(() => read(key, schema) ?? initial);
  const set = (next: T) => {
    setValue(next);
    try {
      sessionStorage.setItem(key, JSON.stringify(next));
    } catch {
      // The browser's store is full: it is kept in the page only.
      sessionStorage.removeItem(key);
    }
  };
  const forget = useCallback(() => sessionStorage.removeItem(key), [key]);
  return [value, set, forget] as const;
}

function read<T>(key: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(sessionStorage.getItem(key) ?? '')).data;
  } catch {
    return undefined;
  }
}
