import { useQueryParams } from '@strapi/strapi/admin';
import { queueFilter, type QueueFilter } from '../../../contracts/comments';

/** What the address of the page asks for. Anything that it should not say is left out. */
export interface Asked {
  filter: QueueFilter;
  q?: string;
  article?: string;
  author?: string;
  page: number;
  pageSize: number;
}

export function useAsked(): Asked {
  const [{ query }] = useQueryParams<Record<string, string | undefined>>();
  const text = (name: string) => (query?.[name] ? { [name]: query[name] } : {});
  const whole = (name: string, otherwise: number) => Math.max(1, Math.trunc(Number(query?.[name])) || otherwise);
  return {
    filter: queueFilter.catch('pending').parse(query?.filter),
    ...text('q'),
    ...text('article'),
    ...text('author'),
    page: whole('page', 1),
    pageSize: Math.min(whole('pageSize', 20), 100),
  };
}
