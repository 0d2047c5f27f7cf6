import { getService } from '../server/get-service';
import { bootHost } from './host';
import { EXIT, given, inHost, refuse } from './options';
import { followed, reported } from './progress';

const USAGE = `usage: newswire retry RUN… [--wait] [--app FOLDER]
       newswire retry --all [--wait] [--app FOLDER]

Imports again what these imports have in quarantine, or (--all) everything that is in quarantine.
Exit status as of newswire import; 2 too where there is no such import.
`;

export async function runRetry(args: string[]): Promise<number> {
  const options = given(args, ['all', 'wait']);
  if ('wrong' in options) return refuse('retry', USAGE, options.wrong);
  if (options.has('all') === options.paths.length > 0) return refuse('retry', USAGE);
  return inHost('retry', async () => {
    const strapi = await bootHost(options.app, 'command');
    const importer = getService(strapi, 'importer');
    const runs = options.has('all') ? await importer.runsWithQuarantine() : options.paths;
    const isAwaited = options.has('wait');
    let status: number = EXIT.done;
    for (const run of runs) status = Math.max(status, await retry(run));
    if (runs.length === 0) process.stdout.write('Nothing is in quarantine.\n');
    await strapi.destroy();
    return status;

    async function retry(run: string): Promise<number> {
      const state = await importer.stateOf(run);
      if (!state) return refuse('retry', '', `there is no import ${run}. newswire runs lists them.`);
      if (!state.hasEnded) return refuse('retry', '', `the import ${run} goes on. Wait for its end, or cancel it.`);
      const begun = await importer.retry(run);
      if (!begun) {
        process.stdout.write(`${run} has nothing in quarantine.\n`);
        return EXIT.done;
      }
      if (begun.data.state !== 'finished' && !isAwaited) {
        process.stdout.write(`${begun.data.documentId} waits for a worker.\n`);
        return EXIT.done;
      }
      return reported(importer, await followed(importer, begun));
    }
  });
}
