import type { DeclaredLine } from '#domain/declaration/line.ts';
import type { Period } from '#domain/declaration/period.ts';
import type { Quantity } from '#domain/declaration/quantity.ts';
import { type LineFields, lineFields } from './line-form.ts';

const texts = (values: readonly number[]) => values.map(String);

function periodFields(period: Period): Partial<LineFields> {
  switch (period.kind) {
    case 'month':
      return { months: texts(period.months) };
    case 'quarter':
      return { quarters: texts(period.quarters) };
    case 'half':
      return { half: String(period.half) };
    case 'monthly':
      return { part: period.part ?? '' };
    case 'range':
      return { fromDay: period.from, toDay: period.to };
    case 'year':
      return {};
  }
}

function quantityFields(quantity: Quantity): Partial<LineFields> {
  if (quantity.kind === 'all') return {};
  if (quantity.kind === 'min') return { least: String(quantity.count) };
  if (quantity.kind === 'count') return { count: String(quantity.count) };
  return { ratio: String(quantity.ratioPercent), ratioCount: quantity.count === undefined ? '' : String(quantity.count) };
}

/** An empty form, with what is usual where nothing else was chosen. */
export function blankFields(): LineFields {
  return { ...lineFields.parse({}), poolKind: 'conditions', quantityKind: 'count', periodKind: 'month', form: 'onsite', source: 'local' };
}

/** The form that says what a line says. */
export function fieldsOfLine({ pool, quantity, period, ...line }: DeclaredLine): LineFields {
  const yes = (is: boolean) => (is ? 'yes' : '');
  return {
    ...blankFields(),
    ...{ matter: line.matter, basis: line.basis, poolLabel: line.poolLabel, form: line.form, source: line.source },
    ...{ partners: [...line.partners], partnersText: line.partnersText, remark: line.remark },
    ...{ poolKind: pool.list ? 'list' : 'conditions', list: pool.list?.join('\n') ?? '' },
    ...{ inPark: yes(pool.inPark), keyOnly: yes(pool.keyOnly), risks: [...pool.risks], territories: [...pool.territories] },
    ...{ quantityKind: quantity.kind, ...quantityFields(quantity), periodKind: period.kind, ...periodFields(period) },
  };
}
