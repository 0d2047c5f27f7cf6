import { useCallback } from 'react';
import { useAPIErrorHandler } from '@strapi/strapi/admin';
import { z } from 'zod';
import en from '../translations/en.json';
import { useText, type MessageKey } from '../intl';

/** Our server says what went wrong as a code in the error's details; Strapi's own errors have none. */
const withCode = z.object({ details: z.object({ code: z.string() }) });
const withStatus = z.object({ status: z.number() });
const anyError = z.object({ name: z.string().optional(), message: z.string().optional() });

const isKey = (key: string): key is MessageKey => Object.hasOwn(en, key);

/** The sentence for an error code, or what the server said where we have no sentence for it. */
export function useProblemText() {
  const t = useText();
  return useCallback(
    (code: string, fallback: string) => {
      const key = `problem.${code}`;
      return isKey(key) ? t(key) : fallback;
    },
    [t],
  );
}

/** What to tell the editor about a failed request. */
export function useFailureText() {
  const t = useText();
  const problem = useProblemText();
  const { _unstableFormatAPIError: format } = useAPIErrorHandler();
  return useCallback(
    (error: unknown): string => {
      const said = anyError.safeParse(error).data ?? {};
      const code = withCode.safeParse(error).data?.details.code;
      if (code !== undefined) return problem(code, said.message ?? t('problem.unknown'));
      const status = withStatus.safeParse(error).data?.status ?? 0;
      if (status === 413) return t('problem.too-large');
      if (status >= 500) return t('problem.unknown');
      // An answer that breaks the contract is a fault of ours: its message is of no use to an editor.
      if (status === 400 && said.message === undefined) return t('problem.invalid-request');
      if (said.name === 'ZodError' || said.message === undefined) return t('problem.unknown');
      return format(said) || said.message;
    },
    [format, problem, t],
  );
}
