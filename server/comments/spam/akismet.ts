import type { Submission } from '../submission';
import type { CommentSettings } from '../settings';
import type { Learned, SpamService } from './service';

type Options = NonNullable<CommentSettings['akismet']>;
interface Log {
  warn(message: string): void;
}

/** Akismet's REST API 1.1: https://akismet.com/developers/detailed-docs/comment-check/ */
export function akismet(options: Options, log: Log): SpamService {
  const { key, site, endpoint, timeoutMs } = options;

  async function call(method: string, fields: Record<string, string | undefined>): Promise<string | undefined> {
    const body = new URLSearchParams({ api_key: key, blog: site, comment_type: 'comment', blog_charset: 'UTF-8' });
    for (const [name, value] of Object.entries(fields)) if (value !== undefined) body.set(name, value);
    try {
      const url = new URL(method, endpoint.endsWith('/') ? endpoint : `${endpoint}/`);
      const headers = { 'User-Agent': 'Newswire for Strapi | Newswire comments' };
      const signal = AbortSignal.timeout(timeoutMs);
      const answer = await fetch(url, { method: 'POST', body, headers, signal, redirect: 'error' });
      const help = answer.headers.get('x-akismet-debug-help');
      if (answer.ok && help === null) return (await answer.text()).trim();
      log.warn(`Akismet answered ${answer.status}${help === null ? '' : `: ${help.slice(0, 200)}`}.`);
    } catch (error) {
      // The message of a failed fetch holds neither the body nor the key.
      log.warn(`Akismet did not answer: ${error instanceof Error ? error.name : 'unknown error'}.`);
    }
    return undefined;
  }

  return {
    name: 'Akismet',
    async check(submission: Submission) {
      const answer = await call('comment-check', {
        ...written(submission),
        user_ip: submission.request.ip,
        user_agent: submission.request.userAgent,
        referrer: submission.request.referrer,
      });
      return answer === 'true' ? 'spam' : answer === 'false' ? 'ham' : 'unknown';
    },
    async learn(comment, verdict) {
      await call(verdict === 'spam' ? 'submit-spam' : 'submit-ham', written(comment));
    },
  };
}

const written = ({ text, authorName, authorEmail }: Learned): Record<string, string | undefined> => ({
  comment_content: text,
  comment_author: authorName,
  comment_author_email: authorEmail,
});
