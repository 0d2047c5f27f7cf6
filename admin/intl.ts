import { useCallback } from 'react';
import { useIntl, type PrimitiveType } from 'react-intl';
import { PLUGIN_ID } from '../contracts/uid';
import en from './translations/en.json';

/** Every key that may be asked for. English is the source; the other languages are held to its keys by a test. */
export type MessageKey = Extract<keyof typeof en, string>;

export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(en, key);

/** The locales that we ship. */
export const LOCALES = ['en', 'fr', 'de', 'es'] as const;

/** A message descriptor, for the places where Strapi wants one instead of a text. */
export const message = (key: MessageKey) => ({ id: `${PLUGIN_ID}.${key}`, defaultMessage: en[key] });

export type Values = Record<string, PrimitiveType>;

/** `t('runs.title')`: the text in the editor's language. */
export function useText() {
  const { formatMessage } = useIntl();
  return useCallback((key: MessageKey, values?: Values) => formatMessage(message(key), values), [formatMessage]);
}

/** Strapi keeps the texts of all plugins in one table: ours are prefixed with the plugin's id. */
export const prefixed = (texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]));
