/** Loaded before anything else: after SIGUSR2 the process's clock is an hour behind, as after a wrong correction. */
const HOUR_MS = 3_600_000;
const Clock = Date;
let behind = 0;

class Shifted extends Clock {
  constructor(...args) {
    super(...(args.length === 0 ? [Clock.now() - behind] : args));
  }
  static now() {
    return Clock.now() - behind;
  }
}
globalThis.Date = Shifted;
process.on('SIGUSR2', () => {
  behind = HOUR_MS;
});
if (process.env.NEWSWIRE_TEST_BEHIND) behind = HOUR_MS;
