import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, type APIRequestContext } from '@playwright/test';

const data = (): string => process.env['NEWSWIRE_E2E_DATA'] ?? '';

/** The demo editor that the playground makes on its first start. */
export function editor(): { email: string; password: string } {
  const secrets: { demoEditorPassword: string } = JSON.parse(readFileSync(join(data(), 'secrets.json'), 'utf8'));
  return { email: 'editor@newsroom.example', password: secrets.demoEditorPassword };
}

export const session = (): string => join(data(), 'session.json');

const STORY = resolve(__dirname, '../../playground/story');

/** The demo's story, as an agency's web page gives it to the clipboard. */
export const copy = readFileSync(join(STORY, 'steam-ferry.txt'), 'utf8');
export const headline = copy.split('\n')[0] ?? '';
export const photo = join(STORY, 'steam-ferry.jpg');

interface Run {
  documentId: string;
  state: string;
  counts: Record<string, number>;
}
interface Listed {
  documentId: string;
  uri: string;
}
type Form = Record<string, string | { name: string; mimeType: string; buffer: Buffer }>;

/** What an editor does in the browser, over the same API: for what a test takes for granted. */
export class Desk {
  private constructor(
    private readonly request: APIRequestContext,
    private readonly token: string,
  ) {}

  /** With the token that the log-in has left: Strapi lets nobody log in often. */
  static async open(request: APIRequestContext): Promise<Desk> {
    const { origins } = await request.storageState();
    const token = origins.flatMap(({ localStorage }) => localStorage).find(({ name }) => name === 'jwtToken');
    return new Desk(request, JSON.parse(token?.value ?? '""'));
  }

  /** Imports and publishes pasted copy or files, and waits until all of it is there. */
  async publish(multipart: Form, stories = 1): Promise<void> {
    let run = await this.begin(multipart);
    for (const end = Date.now() + 60_000; run.state !== 'finished' && Date.now() < end;) {
      await new Promise((later) => setTimeout(later, 200));
      run = (await this.send<{ data: Run }>('get', `/newswire/imports/${run.documentId}`)).data;
    }
    expect(run).toMatchObject({ state: 'finished', counts: { created: stories } });
  }

  /** Begins an import that publishes. */
  async begin(multipart: Form): Promise<Run> {
    const form = { ...multipart, data: JSON.stringify({ publish: true }) };
    return (await this.send<{ data: Run }>('post', '/newswire/imports', { multipart: form })).data;
  }

  /** Puts a picture into the Media Library. */
  async upload(name: string, buffer: Buffer): Promise<number> {
    const files = { name, mimeType: 'image/jpeg', buffer };
    const [file] = await this.send<{ id: number }[]>('post', '/upload', { multipart: { files } });
    return file?.id ?? 0;
  }

  /** The first documents of one of our types, as its list view shows them. */
  async list(type: string, query: string): Promise<Listed[]> {
    const path = `/content-manager/collection-types/plugin::newswire.${type}?${query}`;
    return (await this.send<{ results: Listed[] }>('get', path)).results;
  }

  async savePhoto(documentId: string, data: object): Promise<void> {
    await this.send('put', `/content-manager/collection-types/plugin::newswire.photo/${documentId}`, { data });
  }

  /** Save and Publish. */
  async publishArticle(documentId: string, data: object): Promise<void> {
    const path = `/content-manager/collection-types/plugin::newswire.article/${documentId}/actions/publish`;
    await this.send('post', path, { data });
  }

  /** Approves every comment that waits. */
  async approveAll(): Promise<void> {
    for (;;) {
      const path = '/newswire/comments?filter=pending&pageSize=100';
      const { data } = await this.send<{ data: { documentId: string }[] }>('get', path);
      if (data.length === 0) return;
      const asked = { documentIds: data.map(({ documentId }) => documentId), action: 'approve' };
      await this.send('post', '/newswire/comments/moderate', { data: asked });
    }
  }

  private async send<Answer>(
    method: 'get' | 'post' | 'put',
    path: string,
    body: { data?: object; multipart?: Form } = {},
  ): Promise<Answer> {
    const headers = { Authorization: `Bearer ${this.token}` };
    const answer = await this.request[method](path, { headers, ...body });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
    const given: Answer = await answer.json();
    return given;
  }
}
