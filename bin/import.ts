import { stat } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { RunResponse } from '../contracts/imports';
import { getService } from '../server/get-service';
import { bytesOf, filesUnder } from './files';
import { bootHost } from './host';
import { EXIT, given, inHost, refuse } from './options';
import { followed, reported } from './progress';

const USAGE = `usage: newswire import PATH… [--publish] [--wait] [--app FOLDER]

  PATH      a file, or a folder with all that is in it
  --publish publish what is imported; without it, stories are drafts
  --wait    work on the import here until it has ended; without it, a Strapi or a worker does
  --app     the folder of the Strapi project; the current one when it is not given

Exit status 0: everything is imported (or handed over, without --wait); 1: something is in quarantine, or the import
failed or was cancelled; 2: a wrong option or path; 3: the Strapi could not be started.
`;

/** So many bytes are one import: they are held in memory. */
const RUN_BYTES = 200 * 1024 * 1024;

interface File {
  path: string;
  /** As it is shown: from the path that was named. */
  name: string;
  size: number;
}

export async function runImport(args: string[]): Promise<number> {
  const options = given(args, ['publish', 'wait']);
  if ('wrong' in options) return refuse('import', USAGE, options.wrong);
  if (options.paths.length === 0) return refuse('import', USAGE);
  const files: File[] = [];
  for (const path of options.paths) {
    const found = await filesAt(path);
    if (!found) return refuse('import', USAGE, `there is no file or folder "${path}".`);
    files.push(...found);
  }
  if (files.length === 0) return refuse('import', USAGE, 'there are no files in these folders.');
  return inHost('import', async () => {
    const strapi = await bootHost(options.app, 'command');
    const importer = getService(strapi, 'importer');
    const isAwaited = options.has('wait');
    let status: number = EXIT.done;
    for (const part of inParts(files)) {
      const read = await bytesOf(part.map(({ path }) => path));
      const inputs = part.flatMap(({ name }, n) => (read[n] ? [{ name, bytes: read[n] }] : []));
      const begun = await importer.start(inputs, { origin: 'cli', publish: options.has('publish'), decisions: [] });
      status = Math.max(status, await ended(begun));
    }
    await strapi.destroy();
    return status;

    async function ended(begun: RunResponse): Promise<number> {
      if (begun.data.state !== 'finished' && !isAwaited) {
        process.stdout.write(
          `${begun.data.documentId} waits for a worker. --wait works on it here; newswire runs shows it.\n`,
        );
        return EXIT.done;
      }
      return reported(importer, await followed(importer, begun));
    }
  });
}

/** The files of a path; their names begin with the last part of it. Absolute, because Strapi changes the folder. */
async function filesAt(path: string): Promise<File[] | undefined> {
  const whole = resolve(path);
  const paths = await filesUnder(whole);
  if (!paths) return undefined;
  return Promise.all(
    paths.map(async (file) => ({ path: file, name: relative(dirname(whole), file), size: (await stat(file)).size })),
  );
}

/** In the order of their paths, as many together as one import takes. */
function inParts(files: readonly File[]): File[][] {
  const parts: File[][] = [];
  let bytes = Infinity;
  for (const file of files) {
    if (bytes + file.size > RUN_BYTES) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(file);
    bytes += file.size;
  }
  return parts;
}
