import type { StatusLook } from '#ui/status.tsx';

type Label = { readonly word: string; readonly look: StatusLook };

/** How a batch and its items read and look. */
export const batchLabels: Readonly<Record<'draft' | 'sending' | 'sent', Label>> = {
  draft: { word: '草稿', look: 'draft' },
  sending: { word: '正在送批', look: 'wait' },
  sent: { word: '已送完', look: 'ok' },
};

export const verdictLabels: Readonly<Record<'allowed' | 'exempt' | 'held' | 'forbidden', Label>> = {
  allowed: { word: '可以备案', look: 'ok' },
  exempt: { word: '例外，可以备案', look: 'exempt' },
  held: { word: '须由办公室处理', look: 'wait' },
  forbidden: { word: '不能备案', look: 'no' },
};
