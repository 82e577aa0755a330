import type { Figure } from '#ui/figures.tsx';
import type { PublicDraw } from '../queries/load-public-draw.ts';
import { sayCount, sayParties } from './draw-words.ts';

const whole = (count: number) => count.toLocaleString('zh-CN');

function sayChance({ draw, shape }: PublicDraw, sample: number): string {
  const subjects = draw.record?.subjects ?? 0;
  if (sample >= subjects) return '名单全部抽取，只有执法人员按签';
  const share = `占候选的 ${((100 * sample) / subjects).toFixed(1)}%`;
  const isEven = shape?.groups.every(({ weight, candidates }) => weight === candidates) && shape.groups.length > 0;
  return isEven && draw.entries.length === 1 ? `${share}，每家机会相同` : share;
}

function candidates({ draw, shape }: PublicDraw): Figure[] {
  if (!draw.record || !shape) return [];
  const excluded = shape.excludedBy.reduce((sum, { count }) => sum + count, 0);
  const base = excluded > 0 ? `排除 ${sayCount(excluded)}，附理由` : '没有排除';
  return [{ href: '#excluded', label: '候选企业', value: whole(draw.record.subjects), unit: '家', base }];
}

function people({ shape, result }: PublicDraw): Figure[] {
  if (!shape) return [];
  const drawn = new Set(result?.outcomes.flatMap(({ targets }) => targets.flatMap(({ officers }) => officers)));
  const base = `${result ? `派出 ${drawn.size} 名，` : ''}申报回避 ${shape.recused} 名`;
  return [{ href: '#officers', label: '候选人员', value: whole(shape.head.inspectors.length), unit: '名', base }];
}

function sayObjections(objections: PublicDraw['draw']['objections']): string {
  if (objections.length === 0) return '没有收到异议';
  const count = (fate: boolean | null) => objections.filter(({ upheld }) => upheld === fate).length;
  const fate = count(null) > 0 ? `待答复 ${count(null)} 件` : count(true) > 0 ? `成立 ${count(true)} 件` : '没有成立的';
  return `收到 ${objections.length} 件，${fate}`;
}

function course({ draw, shape }: PublicDraw): Figure[] {
  if (!shape) return [];
  const { objections, rounds } = draw;
  const failed = rounds.filter(({ failedAt }) => failedAt !== null).length;
  const said = sayObjections(objections);
  return [
    { href: '#course', label: '异议期', value: String(shape.head.hours.objection), unit: '小时', base: said },
    {
      ...{ href: '#course', label: '承诺揭示', value: sayParties(shape.head.parties.length) },
      base: rounds.length === 0 ? '还没有开始' : `${rounds.length} 轮${failed > 0 ? `，${failed} 轮不算` : ''}`,
    },
  ];
}

/** The numbers of a draw, each with its base; of a registered result only what is known. */
export function figuresOf(view: PublicDraw): Figure[] {
  const sample = view.draw.entries.reduce((sum, { sample: part }) => sum + part, 0);
  const base = view.draw.record ? sayChance(view, sample) : '登记的结果';
  const hasOutcomes = view.draw.outcomes.length > 0 || view.result !== null;
  const drawn: Figure = { label: '抽取企业', value: whole(sample), unit: '家', base, href: hasOutcomes ? '#outcomes' : undefined };
  return [...candidates(view), drawn, ...people(view), ...course(view)];
}
