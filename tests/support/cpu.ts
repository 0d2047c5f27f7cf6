/**
 * Work measured against work, so that a limit holds on a slow machine too: seconds alone tell more of the machine than
 * of the code. For what would be a hang (quadratic reading); `bench/` measures speed.
 */

/** CPU seconds of this process for something; those of other processes do not count. */
export async function cpuSeconds(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** Texts of 100 words, read with patterns and sorted: some 50 ms on a machine of 2024, three times that on a slow one. */
function work(): number {
  const words = Array.from({ length: 100_000 }, (_, n) => `w${(n * 7919) % 100_003}`);
  const read = words
    .sort()
    .join(' ')
    .match(/w(\d+)\d(?= |$)/gu);
  return JSON.stringify(read).length;
}

let unit: Promise<number> | undefined;

/** CPU seconds of a fixed piece of work on this machine, the least of five: measured once in a process. */
export async function unitOfWork(): Promise<number> {
  unit ??= least(5);
  return unit;
}

async function least(times: number): Promise<number> {
  let seconds = Infinity;
  for (let n = 0; n < times; n += 1) seconds = Math.min(seconds, await cpuSeconds(work));
  return seconds;
}
