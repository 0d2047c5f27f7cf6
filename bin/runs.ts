import { getService } from '../server/get-service';
import { bootHost } from './host';
import { EXIT, given, inHost, refuse } from './options';
import { lineOf } from './progress';

const USAGE = 'usage: newswire runs [--app FOLDER]\n';
const SHOWN = 20;

/** Lists the last imports, the newest first. */
export async function runRuns(args: string[]): Promise<number> {
  const options = given(args, []);
  if ('wrong' in options) return refuse('runs', USAGE, options.wrong);
  return inHost('runs', async () => {
    const strapi = await bootHost(options.app, 'command');
    const { data } = await getService(strapi, 'importer').listRuns(1, SHOWN);
    for (const run of data) process.stdout.write(`${run.startedAt} ${run.origin} ${lineOf(run)}\n`);
    await strapi.destroy();
    return EXIT.done;
  });
}
