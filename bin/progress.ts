import { OUTCOMES, type Run, type RunItemsResponse, type RunResponse } from '../contracts/imports';
import { EXIT } from './options';

interface Importer {
  finish(documentId: string): Promise<RunResponse>;
  findRun(documentId: string): Promise<RunResponse | undefined>;
  itemsOf(
    documentId: string,
    wanted: { page: number; pageSize: number; outcome: 'quarantined' },
  ): Promise<RunItemsResponse | undefined>;
}

const LOOK_EVERY_MS = 1000;
const PAGE = 100;

/** Works on a run to its end and says on standard error how far it is. */
export async function followed(importer: Importer, begun: RunResponse): Promise<RunResponse> {
  if (begun.data.finishedAt !== undefined) return begun;
  const { documentId } = begun.data;
  const timer = setInterval(() => {
    importer.findRun(documentId).then(
      (run) => run && process.stderr.write(`${documentId} ${run.data.state} ${run.data.done}/${run.data.total}\n`),
      () => undefined,
    );
  }, LOOK_EVERY_MS);
  try {
    return await importer.finish(documentId);
  } finally {
    clearInterval(timer);
  }
}

/** Prints what came of a run, and of each item that is in quarantine why; answers the exit status. */
export async function reported(importer: Importer, { data }: RunResponse): Promise<number> {
  process.stdout.write(`${lineOf(data)}\n`);
  const refused = data.counts.quarantined ?? 0;
  for (let page = 1; (page - 1) * PAGE < refused; page += 1) {
    const listed = await importer.itemsOf(data.documentId, { page, pageSize: PAGE, outcome: 'quarantined' });
    for (const { inputName, title, error } of listed?.data ?? []) {
      const named = title === '' || title === inputName ? '' : ` “${title}”`;
      process.stdout.write(`  ${inputName ?? ''}${named}: ${error?.message ?? ''}\n`);
    }
  }
  if (refused > 0) process.stdout.write(`  Try these again with: newswire retry ${data.documentId} --wait\n`);
  return data.state === 'finished' && refused === 0 ? EXIT.done : EXIT.incomplete;
}

/** "k3v… finished 12/12: 11 created, 1 quarantined" */
export function lineOf({ documentId, state, done, total, counts }: Run): string {
  const said = OUTCOMES.flatMap((outcome) => (counts[outcome] ? [`${counts[outcome]} ${outcome}`] : []));
  return `${documentId} ${state} ${done}/${total}${said.length > 0 ? `: ${said.join(', ')}` : ''}`;
}
