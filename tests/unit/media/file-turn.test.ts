import { inFileTurn, turnsOver } from '../../../server/file-turn';

const order: string[] = [];
const after = (ms: number, said: string) => () =>
  new Promise<void>((done) => setTimeout(done, ms)).then(() => void order.push(said));

beforeEach(() => order.splice(0));

it('what is done to a file is done one after the other, and waited for', async () => {
  const first = inFileTurn('ferry', after(30, 'first'));
  const second = inFileTurn('ferry', after(1, 'second'));
  void inFileTurn('quay', after(200, 'of another'));
  await turnsOver(['ferry_0123', 'ferry']);
  order.push('served');
  await Promise.all([first, second]);
  expect(order).toEqual(['first', 'second', 'served']);
});

it('what fails keeps nobody waiting', async () => {
  const failing = inFileTurn('ferry', () => Promise.reject(new Error('disk full')));
  await turnsOver(['ferry']);
  await expect(failing).rejects.toThrow('disk full');
  await turnsOver(['ferry', 'nothing']);
});

it('nor does what never ends, for long', async () => {
  void inFileTurn('stuck', () => new Promise(() => undefined));
  const begun = Date.now();
  await turnsOver(['stuck']);
  expect(Date.now() - begun).toBeLessThan(20_000);
});
