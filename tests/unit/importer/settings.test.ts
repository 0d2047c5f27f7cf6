import { checkedSettings } from '../../../server/importer/settings';

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(checkedSettings(undefined)).toMatchObject({ bulk: true, worker: true, leaseSeconds: 30 });
  });

  it.each(['redis://127.0.0.1:6379', 'rediss://desk:s3cret@redis.example:6380/2'])('takes %s', (redisUrl) => {
    expect(checkedSettings({ redisUrl }).redisUrl).toBe(redisUrl);
  });

  it.each([
    [
      'redisUrl',
      { redisUrl: 'http://desk:s3cret@redis.example' },
      'redisUrl: it must be the address of a Redis server',
    ],
    ['redisUrl', { redisUrl: '' }, 'redisUrl: it must be the address of a Redis server'],
    ['worker', { worker: 's3cret' }, 'worker: Invalid input: expected boolean'],
    ['leaseSeconds', { leaseSeconds: 0 }, 'leaseSeconds: Too small'],
  ])('names %s where it is wrong, and never its value', (_, config, said) => {
    let message = '';
    try {
      checkedSettings(config);
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain('newswire cannot start with its configuration');
    expect(message).toContain(said);
    expect(message).not.toContain('s3cret');
  });
});
