import { bootHost } from './host';
import { given, inHost, refuse } from './options';

const USAGE = 'usage: newswire worker [--app FOLDER]\n';

/** Works on imports until it is told to stop (SIGTERM, SIGINT): then it ends after the items in hand. */
export async function runWorker(args: string[]): Promise<number> {
  const options = given(args, []);
  if ('wrong' in options) return refuse('worker', USAGE, options.wrong);
  if (options.paths.length > 0) return refuse('worker', USAGE, 'it takes no paths.');
  return inHost('worker', async () => {
    await bootHost(options.app, 'worker');
    process.stdout.write(`newswire worker: process ${process.pid} works on imports. Stop it with SIGTERM.\n`);
    // Strapi stops on the signals by itself and ends the process; until then something must keep it alive.
    return new Promise<never>(() => setInterval(() => undefined, 60_000));
  });
}
