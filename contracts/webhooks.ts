import { z } from 'zod';

/** Strapi's own webhooks, as `/admin/webhooks` gives and takes them. */
export const webhook = z.object({
  id: z.coerce.string(),
  name: z.string(),
  url: z.string(),
  headers: z
    .record(z.string(), z.string())
    .nullish()
    .transform((headers) => headers ?? {}),
  events: z.array(z.string()),
  isEnabled: z.boolean(),
});
export type Webhook = z.infer<typeof webhook>;

export const webhookResponse = z.object({ data: webhook });
export const webhooksResponse = z.object({ data: z.array(webhook) });

/** What the receiver has answered to a test. */
export const triggerResponse = z.object({ data: z.object({ statusCode: z.int(), message: z.string().optional() }) });
export type Trial = z.infer<typeof triggerResponse>['data'];
