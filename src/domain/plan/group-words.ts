const groupWords: Readonly<Record<string, string>> = {
  'g-safety': '安全',
  'g-chem': '危险化学品',
  'g-construction': '建设工程',
  'g-env': '生态环境',
  'g-food': '食品',
  'g-holiday': '节假日',
  'g-labour': '用工',
  'g-market': '市场主体',
  'g-venue': '经营场所',
};

/** A mergeable group of the catalogue as people call it; its code where it is new. */
export const sayGroup = (group: string): string => groupWords[group] ?? group;
