import { useEffect } from 'react';
import { useQueryParams } from '@strapi/strapi/admin';

interface Pages {
  page: number;
  pageSize: number;
  total: number;
}

/**
 * Goes to the last page that there is, where the address asks for one behind it: the last of a page was dealt with, or a
 * link is old. True until that page is there, since a page that does not exist says nothing of the list.
 */
export function useLastPage(pages: Pages | undefined): boolean {
  const [, setQuery] = useQueryParams();
  const last = pages && Math.max(1, Math.ceil(pages.total / pages.pageSize));
  const isBehind = pages !== undefined && last !== undefined && pages.page > last;
  useEffect(() => {
    // In the place of the page that is not there: "back" leads past it.
    if (isBehind) setQuery({ page: String(last) }, 'push', true);
  }, [isBehind, last, setQuery]);
  return isBehind;
}
