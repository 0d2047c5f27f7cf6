import { useQueryParams } from '@strapi/strapi/admin';
import { inboxQuery } from '../../../../contracts/desk';
import type { InboxQuery } from '../../../../contracts/desk';

/** What is looked at stands in the address of the page: a reload, a link and the back button keep it. */
export function useInbox(): [
  Required<Omit<InboxQuery, 'agency'>> & { agency?: string },
  (next: Partial<InboxQuery>) => void,
] {
  const [{ query }, setQuery] = useQueryParams<Record<string, string | undefined>>();
  const read = inboxQuery.safeParse(query ?? {});
  const asked = read.success ? read.data : inboxQuery.parse({ kind: 'missing-credit' });
  const go = (next: Partial<InboxQuery>) => {
    const { agency, ...rest } = { ...asked, page: 1, ...next };
    // In one step, which is one step back: an agency that is no longer asked for is told as undefined, and leaves the address.
    setQuery({ ...rest, page: String(rest.page), pageSize: String(rest.pageSize), agency }, 'push');
  };
  return [asked, go];
}
