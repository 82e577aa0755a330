import { z } from 'zod';

/** Outside the demo, sign-in travels encrypted or not at all. */
const isEncryptedOrLocal = ({ NINGQI_DEMO, NEXTAUTH_URL }: { NINGQI_DEMO: string; NEXTAUTH_URL: string }) =>
  NINGQI_DEMO === '1' || /^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(`${NEXTAUTH_URL}/`);

const schema = z
  .object({
    DATABASE_URL: z.string().min(1),
    /** Set where the login of DATABASE_URL may do more than the application should. */
    DATABASE_ROLE: z
      .string()
      .regex(/^[a-z_]+$/)
      .optional(),
    NEXTAUTH_SECRET: z.string().min(32),
    /** The official address: codes and the page behind them name it. */
    NEXTAUTH_URL: z.url(),
    /** Bearer token for /metrics; without one only this machine may read it. */
    METRICS_TOKEN: z.string().min(16).optional(),
    /** Reverse proxies between the callers and this server; 0: a caller's own word about its address counts for nothing. */
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
    /** smtp://user:password@host:port, and whom mails come from. */
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\//)
      .optional(),
    MAIL_FROM: z.string().min(3).optional(),
    /** The gateway for text messages: POST JSON {to, text} with the token as bearer. */
    SMS_URL: z.url().optional(),
    SMS_TOKEN: z.string().min(1).optional(),
    /** Ports of this machine that webhooks may call, separated by commas; none outside the demo unless named. */
    WEBHOOK_LOCAL_PORTS: z
      .string()
      .regex(/^\d{1,5}(,\d{1,5})*$/)
      .transform((text) => text.split(',').map(Number))
      .optional(),
    NINGQI_DEMO: z.enum(['0', '1']).default('0'),
    LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  })
  .refine(isEncryptedOrLocal, { path: ['NEXTAUTH_URL'] });

export type Env = z.infer<typeof schema>;

let cached: Env | undefined;

/** The settings, checked once; throws naming each missing one, so that a server without secrets never answers. */
export function env(): Env {
  if (cached) return cached;
  const parsed = schema.safeParse(process.env);
  if (!parsed.success) throw new Error(`环境变量缺失或不正确：${parsed.error.issues.map((issue) => issue.path.join('.')).join('、')}`);
  cached = parsed.data;
  return cached;
}

/** Whether cookies can carry Secure and the __Host- prefix: everywhere but a demo served over plain http. */
export function isSecureOrigin(): boolean {
  return env().NEXTAUTH_URL.startsWith('https://');
}
