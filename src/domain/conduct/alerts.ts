/** What the office is alerted of (design: rules.md; product.md 5, 6 and 10). */
export const alertKinds = [
  'notAsFiled',
  'entryRefused',
  'morePeople',
  'overtime',
  'otherMatters',
  'neverLeft',
  'codeNotShown',
  'beforeAcknowledged',
  'outsideWindow',
  'notRecordable',
  'frequentVisits',
  'lowSatisfaction',
  'badConduct',
  'exemptionShare',
  'supplementOverdue',
  'publicationOverdue',
  'rectificationOverdue',
] as const;
export type AlertKind = (typeof alertKinds)[number];
