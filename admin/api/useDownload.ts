import { useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';

/** Gets a file from the admin API, which a plain link could not: the request must say who asks. */
export function useDownload() {
  const { get } = useFetchClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const download = async (url: string, params: Record<string, string | undefined>, name: string) => {
    setBusy(true);
    setError(undefined);
    try {
      const { data } = await get<Blob>(url, { params, responseType: 'blob' });
      const address = URL.createObjectURL(data);
      const link = Object.assign(document.createElement('a'), { href: address, download: name });
      link.click();
      URL.revokeObjectURL(address);
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return { download, busy, error };
}
