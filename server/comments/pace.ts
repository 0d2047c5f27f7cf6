import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { CommentSettings } from './settings';

/** How fast somebody writes. Counted for all instances of this Strapi where there is a Redis. */
export interface Pace {
  /** Counts a comment, and says how many times over its allowance an author or address is. 1 is just within it. */
  count(author: string | undefined, source: string): Promise<number>;
  stop(): Promise<void>;
}

const PREFIX = 'newswire:comments';

export function createPace({ flood, redisUrl }: CommentSettings): Pace {
  const redis = redisUrl === undefined ? undefined : connect(redisUrl);
  const limiter = (name: 'author' | 'address'): RateLimiterAbstract => {
    const { points, seconds: duration } = flood[name];
    // Points are counted, never refused here: how far over is for the checks to judge.
    const options = { keyPrefix: `${PREFIX}:${name}`, points, duration };
    const local = new RateLimiterMemory(options);
    // Without its Redis an instance counts for itself.
    return redis ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: local }) : local;
  };
  const byAuthor = limiter('author');
  const byAddress = limiter('address');
  return {
    async count(author, source) {
      const [one, other] = await Promise.all([
        author === undefined ? 0 : ratio(byAuthor, author, flood.author.points),
        ratio(byAddress, source, flood.address.points),
      ]);
      return Math.max(one, other);
    },
    async stop() {
      redis?.disconnect();
      await Promise.resolve();
    },
  };
}

async function ratio(limiter: RateLimiterAbstract, key: string, points: number): Promise<number> {
  const { consumedPoints } = await limiter.penalty(key, 1);
  return consumedPoints / points;
}

function connect(url: string): Redis {
  const redis = new Redis(url, { lazyConnect: false, enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  // Its loss is no reason to stop: the limiters count in memory meanwhile, and ioredis connects again.
  redis.on('error', () => undefined);
  return redis;
}
