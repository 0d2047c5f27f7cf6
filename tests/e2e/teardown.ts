import { rm } from 'node:fs/promises';

/** Removes the database, the uploads and the session of the run. */
export default async function removeData(): Promise<void> {
  const data = process.env['NEWSWIRE_E2E_DATA'];
  if (data !== undefined) await rm(data, { recursive: true, force: true });
}
