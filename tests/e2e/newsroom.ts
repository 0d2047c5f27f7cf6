import sharp from 'sharp';
import type { APIRequestContext } from '@playwright/test';
import { editor, photo as picture } from './desk';

const MANAGER = '/content-manager/collection-types/plugin::newswire.';

/** Makes content as the admin does, over its API: what a test looks at, and does not test itself. */
export async function newsroom(request: APIRequestContext) {
  const { data } = await (await request.post('/admin/login', { data: editor() })).json();
  const headers = { authorization: `Bearer ${String(data.token)}` };
  const send = async (method: string, path: string, body?: object): Promise<Made> => {
    const answer = await request.fetch(path, { method, headers, ...(body ? { data: body } : {}) });
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
    return answer.json();
  };
  const agencies = await send('GET', '/newswire/desk/agencies');
  const afp = list(agencies.data).find(({ name }) => name === 'AFP')?.documentId ?? '';
  const make = async (type: 'article' | 'photo', fields: object): Promise<string> => {
    const made = await send('POST', `${MANAGER}${type}`, { agency: { connect: [{ documentId: afp }] }, ...fields });
    return list([made.data])[0]?.documentId ?? '';
  };
  return {
    photo: (fields: object) => make('photo', fields),
    article: (headline: string, photos: readonly string[], fields: object = {}) =>
      make('article', {
        headline,
        body: `<p>${headline}, the harbour office said.</p>`,
        creditLine: 'AFP',
        photos: photos.map((documentId) => ({ caption: null, photo: { connect: [{ documentId }] } })),
        ...fields,
      }),
    publish: (documentId: string) => send('POST', `${MANAGER}article/${documentId}/actions/publish`, {}),
    edit: (type: string, documentId: string, fields: object) => send('PUT', `${MANAGER}${type}/${documentId}`, fields),
    async image(): Promise<number> {
      // A picture of its own: one that is killed closes every photo of it.
      const buffer = await sharp(picture).modulate({ hue: 90 }).jpeg().toBuffer();
      const file = { name: 'quay.jpg', mimeType: 'image/jpeg', buffer };
      const [made] = await (await request.post('/upload', { headers, multipart: { files: file } })).json();
      return Number(made.id);
    },
  };
}

interface Made {
  data?: unknown;
}
interface Row {
  documentId: string;
  name?: string;
}

const isRow = (one: unknown): one is Row => typeof one === 'object' && one !== null && 'documentId' in one;
const list = (rows: unknown): Row[] => (Array.isArray(rows) ? rows.filter(isRow) : []);
