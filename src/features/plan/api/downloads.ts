import 'server-only';
import { takeOpenPoint } from '#platform/rate-limit.ts';
import { addressOf } from '#platform/request.ts';
import { publicScope } from '#platform/scope.ts';
import { loadWholePlan, type WholePlan } from '../queries/load-plan-page.ts';
import { openPlanQuery } from '../schema.ts';
import { writePlanCsv } from './plan-csv.ts';
import { makePlanPdf } from './plan-pdf.ts';

type Context = { readonly params: Promise<Record<string, string>> };
type Download = (request: Request, context: Context) => Promise<Response>;
type Made = { readonly type: string; readonly ending: string; readonly make: (plan: WholePlan) => Promise<Uint8Array | string> | string };

const kept = 20;
/** A version never changes: its document is made once. */
const made = new Map<string, Promise<Uint8Array>>();

function makeOnce(plan: WholePlan): Promise<Uint8Array> {
  const known = made.get(plan.head.id) ?? makePlanPdf(plan);
  known.catch(() => made.delete(plan.head.id));
  made.delete(plan.head.id);
  made.set(plan.head.id, known);
  for (const oldest of made.keys()) if (made.size > kept) made.delete(oldest);
  return known;
}

function nameOf({ head: { district, year, version } }: WholePlan, ending: string): string {
  return `attachment; filename="${district}-${year}-${version}.${ending}"; filename*=UTF-8''${encodeURIComponent(`${district}-${year}年度检查计划-第${version}版.${ending}`)}`;
}

async function findPlan(request: Request, { params }: Context): Promise<WholePlan | null> {
  const version = new URL(request.url).searchParams.get('version') ?? undefined;
  const which = openPlanQuery.safeParse({ ...(await params), ...(version === undefined ? {} : { version }) });
  return which.success ? loadWholePlan(publicScope({ type: 'public' }), which.data) : null;
}

/** A plan to take away, for anybody, so often per address as open data. */
function download({ type, ending, make }: Made): Download {
  return async (request, context) => {
    const wait = await takeOpenPoint(addressOf(request.headers));
    if (wait !== null) return new Response('请求过于频繁，请稍后再试。', { status: 429, headers: { 'retry-after': String(wait) } });
    const plan = await findPlan(request, context);
    if (!plan)
      return new Response('没有这个区县、年度或版次的计划。', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
    const content = await make(plan);
    const headers = { 'content-type': type, 'content-disposition': nameOf(plan, ending), 'cache-control': 'no-store' };
    return new Response(typeof content === 'string' ? content : new Uint8Array(content), { headers });
  };
}

/** `/plans/{district}/{year}/plan.pdf?version` */
export const downloadPdf = download({ type: 'application/pdf', ending: 'pdf', make: makeOnce });
/** `/plans/{district}/{year}/plan.csv?version` */
export const downloadCsv = download({ type: 'text/csv; charset=utf-8', ending: 'csv', make: writePlanCsv });
