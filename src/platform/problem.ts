import type { Answer } from './answer.ts';
import type { FieldErrors, Refusal } from './outcome.ts';
import { presentVerdict } from './verdict-json.ts';

/** Every kind of refusal that the API knows: its status and its title (RFC 9457). */
export const problemKinds = {
  invalid: { status: 400, title: '请求内容不正确' },
  malformed: { status: 400, title: '请求体不是有效的 JSON' },
  idempotencyKeyMissing: { status: 400, title: '缺少 Idempotency-Key，或它不是 8 到 200 个可见的 ASCII 字符' },
  unauthorised: { status: 401, title: '接口密钥无效' },
  signedOut: { status: 401, title: '登录已结束，请重新登录；没有送达的记录还在手机里' },
  notPermitted: { status: 403, title: '这个密钥不能办理这一项' },
  crossSite: { status: 403, title: '不接受其他网站发来的请求' },
  notFound: { status: 404, title: '没有找到' },
  stale: { status: 409, title: '状态已经变化' },
  tooLarge: { status: 413, title: '请求体超过 64 KB' },
  wrongType: { status: 415, title: '请求体应为 application/json' },
  wrongFile: { status: 415, title: '不是能读的照片（JPEG、PNG 或 WebP）' },
  unlawful: { status: 422, title: '现在不能备案' },
  idempotencyKeyReused: { status: 422, title: '这个 Idempotency-Key 已用于另一份请求' },
  tooMany: { status: 429, title: '请求过于频繁' },
  internal: { status: 500, title: '系统出错，请凭请求编号联系系统管理员' },
  unavailable: { status: 503, title: '系统暂时不可用，请稍后再试；写入请用同一个 Idempotency-Key' },
} as const;
export type ProblemKind = keyof typeof problemKinds;

/** A problem document; `extra` holds its own members, for example `verdict`. */
export function problem(kind: ProblemKind, extra: object = {}, headers: Readonly<Record<string, string>> = {}): Answer {
  const { status, title } = problemKinds[kind];
  return { status, body: { type: `urn:ningqi:problem:${kind}`, title, status, ...extra }, headers };
}

/** A list of fields, each with what is wrong with it. */
export function invalidProblem(fields: FieldErrors): Answer {
  return problem('invalid', { errors: Object.entries(fields).map(([field, messages]) => ({ field, messages })) });
}

export function refusalProblem(refusal: Refusal): Answer {
  switch (refusal.kind) {
    case 'invalid':
      return invalidProblem(refusal.fields);
    case 'unlawful':
      return problem('unlawful', { verdict: presentVerdict(refusal.verdict) });
    case 'stale':
      return problem('stale', { detail: refusal.say });
    case 'notPermitted':
    case 'notFound':
      return problem(refusal.kind);
  }
}
