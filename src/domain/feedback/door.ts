/** What an enterprise can say from the door: it differs from what was filed, entry was refused, or the office is asked. */
export const doorKinds = ['notAsFiled', 'refusedEntry', 'question'] as const;
export type DoorKind = (typeof doorKinds)[number];

/** What can differ from the filing. */
export const seenWrongs = ['wrongPeople', 'noForm', 'otherMatters', 'extraPeople', 'outsideTime'] as const;

/** On what ground entry was refused (design: product.md, the enterprise; 冷水滩 二十条 (4): unfiled may be refused). */
export const doorGrounds = ['notFiled', 'noCredential', 'fewerThanTwo', 'beyondFiled', 'notInWindow'] as const;

/** The same as people read them. */
export const doorWords: Readonly<Record<(typeof seenWrongs)[number] | (typeof doorGrounds)[number], string>> = {
  wrongPeople: '来的人和备案的不一样',
  noForm: '不出示备案表或查验码',
  otherMatters: '查了备案以外的事项',
  extraPeople: '多来了人',
  outsideTime: '不在备案的时间',
  notFiled: '没有备案，或查验查不到',
  noCredential: '不出示执法证',
  fewerThanTwo: '执法人员不足两人',
  beyondFiled: '人员或事项超出备案',
  notInWindow: '不在备案的时间内',
};

export const doorKindWords: Readonly<Record<DoorKind, string>> = {
  notAsFiled: '和看到的不一样',
  refusedEntry: '拒绝了这次检查',
  question: '问办公室',
};
