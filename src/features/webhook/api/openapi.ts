import { webhookEvents } from '#domain/webhook/events.ts';
import { ref, shape } from '#platform/openapi.ts';

const signature = {
  name: 'Ningqi-Signature',
  in: 'header',
  required: true,
  description: 't=时刻（秒）,v1=以密钥对 “t.正文” 作 HMAC-SHA256 的十六进制。请核对签名，并拒收时刻相差五分钟以上的。',
  schema: { type: 'string', pattern: '^t=\\d+,v1=[0-9a-f]{64}$' },
};
const delivery = {
  name: 'Ningqi-Delivery',
  in: 'header',
  required: true,
  description: '重试和重发时不变。',
  schema: { type: 'string', format: 'uuid' },
};

/** The calls that this server makes to an agency's own system, one description for all events. */
export const describeWebhooks = (): object => ({
  filingProgress: {
    post: {
      operationId: 'filingProgressed',
      summary: '本单位备案的进展',
      description:
        '由安全管理员建立。两百多的应答算收到；否则隔一分钟、五分钟、半小时、两小时、六小时、十二小时、一天再试。同一编号可能收到不止一次。',
      security: [],
      parameters: [signature, delivery],
      requestBody: { required: true, content: { 'application/json': { schema: ref('WebhookBody') } } },
      responses: { 204: { description: '收到' } },
    },
  },
});

const { text, instant, orNull, object } = shape;

export const webhookAnswers = {
  WebhookBody: object({
    id: { type: 'string', format: 'uuid', description: '与 Ningqi-Delivery 相同' },
    event: { type: 'string', enum: [...webhookEvents] },
    at: instant,
    filing: { type: 'string', format: 'uuid' },
    filingNo: orNull(text),
    status: text,
    agency: text,
  }),
};
