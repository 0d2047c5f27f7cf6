/** Invented items as an agency's machine would send them: ninjs, one item an input. */

export interface Ninjs {
  uri: string;
  headline: string;
  version?: string | undefined;
  pubstatus?: 'usable' | 'withheld' | 'canceled';
  [field: string]: unknown;
}

export const ninjs = (item: Ninjs) => ({
  name: `${item.uri.replace(/[^a-z0-9]+/g, '-')}.json`,
  bytes: Buffer.from(
    JSON.stringify({
      type: 'text',
      version: '1',
      versioncreated: '2026-03-04T05:06:07Z',
      body_html: `<p>${item.headline}, the harbour office of Varnhaven said.</p>`,
      infosource: [{ name: 'AFP' }],
      copyrightnotice: '© 2026 AFP',
      service: [{ name: 'Harbour' }, { name: 'Shipping' }],
      ...item,
    }),
  ),
});
