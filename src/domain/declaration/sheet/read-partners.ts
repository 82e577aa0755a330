import { squeeze } from './text.ts';

/** A unit of the district, as the sheet's words may name it. */
export type KnownAgency = { readonly code: string; readonly name: string; readonly shortName: string; readonly kind: string | null };

/** How each line of work is called for short, in both districts. */
const aliases: Readonly<Record<string, string>> = {
  amr: '市场监管|市场监督管理|市场监督|市监|工商行政管理|食药监',
  emergency: '应急管理|应急|安监',
  ecology: '生态环境|生态环保|环境保护|环保|生环',
  fire: '消防救援|消防',
  hrss: '人力资源和社会保障|人力资源社会保障|人力资源|人社',
  health: '卫生健康|卫健|卫生监督|卫计',
  housing: '住房和城乡建设|住房城乡建设|住建',
  transport: '交通运输|交通|交运',
  agriculture: '农业农村|农业|农经',
  water: '水利|水务|水政',
  forestry: '林业和草原|林业|林草',
  culture: '文化旅游广电体育|文化体育和旅游|文化旅游|文旅广体|文体旅游|文体旅|文旅体|文旅|文广旅|文化|旅游',
  'natural-resources': '自然资源和规划|自然资源|自规|国土资源|国土|资规',
  'urban-mgmt': '城市管理和综合执法|城市管理和综合行政执法|城市管理|综合行政执法|行政综合执法|综合执法|城管执法|城管',
  'dev-reform': '发展和改革|发展改革|发改',
  statistics: '统计',
  tax: '税务|国税|地税',
};

const suffix = '(?:管理)?(?:委员会|救援大队|执法大队|大队|分局|总局|部门|局|委|办|队)?';

/** Where a list of units is cut: by marks first, and by 和 or 及 only where the whole is no unit's name. */
const marks = /[、,，;；/\\|+\n\r\t]+|\s{1,}/;

/** Finds units by code: exact names first, then the usual short forms of their line of work. */
export type AgencyFinder = (written: string) => KnownAgency | null;

/** A finder for the units of one district, whose name may stand before any of them. */
export function agencyFinder(agencies: readonly KnownAgency[], districtName: string): AgencyFinder {
  const byName = new Map(agencies.flatMap((agency) => [agency.name, agency.shortName].map((name) => [squeeze(name), agency] as const)));
  const place = squeeze(districtName);
  // A city's name alone stands for the city's own unit, which is another one.
  const prefix = `(?:国家税务总局)?(?:(?:[^市县区]{1,3}市)?(?:${place}|${place.slice(0, -1)}))?(?:本?[区县])?`;
  const kinds = agencies.flatMap((agency) => {
    const words = agency.kind === null ? undefined : aliases[agency.kind];
    return words ? [{ agency, pattern: new RegExp(`^${prefix}(?:${words})${suffix}$`) }] : [];
  });
  const known = new Map<string, KnownAgency | null>();
  return (written) => {
    const name = squeeze(written);
    const remembered = known.get(name);
    if (remembered !== undefined) return remembered;
    const agency = byName.get(name) ?? kinds.find(({ pattern }) => pattern.test(name))?.agency ?? null;
    if (known.size < 5_000) known.set(name, agency);
    return agency;
  };
}

function cut(piece: string, find: AgencyFinder): string[] {
  if (find(piece)) return [piece];
  const halves = piece.split(/[和及与]/).filter((half) => half !== '');
  return halves.length > 1 && halves.every((half) => find(half)) ? halves : [piece];
}

/** Co-operating units: the words as written, and the codes of those that the district knows; 工会 or 财政局 stay words. */
export function readPartners(text: string, find: AgencyFinder): { readonly written: string[]; readonly codes: string[] } {
  const pieces = text
    .normalize('NFKC')
    .split(marks)
    .map((piece) => squeeze(piece))
    .filter((piece) => piece !== '' && !/^(?:无|没有|-+|—+|\/)$/.test(piece))
    .flatMap((piece) => cut(piece, find));
  const written = [...new Set(pieces)];
  return { written, codes: [...new Set(written.flatMap((piece) => find(piece)?.code ?? []))] };
}
