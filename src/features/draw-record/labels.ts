import type { StepId } from '#domain/draw/verify.ts';

/** What each step of the verification does, as its heading. */
export const stepWords: Readonly<Record<StepId, { readonly title: string; readonly means: string }>> = {
  record: { title: '读两份文件', means: '冻结的名单和结果，逐字检查是否合乎格式' },
  poolHash: { title: '算名单指纹', means: '名单全文的 SHA-256，应与冻结时公布的一致' },
  commitments: { title: '核对承诺', means: '每一方揭示的原文，算出来应是它先前的承诺' },
  seed: { title: '合成种子', means: '名单指纹、各方原文和公共号码合成，应与公布的一致' },
  targets: { title: '排出企业', means: '给每家企业重算排序值，应抽中同样的企业、同样的顺序' },
  officers: { title: '排出执法人员', means: '按回避、轮换、范围和户数上限重排，应是同样的人' },
  resultHash: { title: '算结果指纹', means: '结果全文的 SHA-256，应与公布的一致' },
};
