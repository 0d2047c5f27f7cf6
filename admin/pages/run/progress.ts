import type { Run } from '../../../contracts/imports';

/** The import itself is over, however it ended. */
export const isOver = ({ state }: Run): boolean => state !== 'pending' && state !== 'running';

/** Something still goes on: the import, or the undoing of it. */
export const isBusy = (run: Run): boolean => !isOver(run) || run.undo?.state === 'running';
