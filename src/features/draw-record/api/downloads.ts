import 'server-only';
import { Buffer } from 'node:buffer';
import { hashText } from '#platform/entropy.ts';
import { takeOpenPoint } from '#platform/rate-limit.ts';
import { addressOf } from '#platform/request.ts';
import { publicScope } from '#platform/scope.ts';
import { loadPublicDraw } from '../queries/load-public-draw.ts';
import { loadStatistics } from '../queries/load-statistics.ts';
import { findRecord, findResult, type StoredText } from '../queries/load-text.ts';
import { type DrawAddress, drawAddress, statisticsQuery } from '../schema.ts';
import { writeDrawCsv } from './draw-csv.ts';
import { writeStatisticsCsv } from './statistics-csv.ts';
import { streamText } from './stream-text.ts';

type Context = { readonly params: Promise<Record<string, string>> };
type Download = (request: Request, context: Context) => Promise<Response>;
type Made = { readonly type: string; readonly name: string; readonly find: (which: DrawAddress) => Promise<StoredText | null> };

const everybody = publicScope({ type: 'public' });
const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
const table = 'text/csv; charset=utf-8';

async function refuseHaste(request: Request): Promise<Response | null> {
  const wait = await takeOpenPoint(addressOf(request.headers));
  if (wait === null) return null;
  return new Response('请求过于频繁，请稍后再试。', { status: 429, headers: { ...plain, 'retry-after': String(wait) } });
}

async function send(request: Request, { hash, read }: StoredText, given: { type: string; name: string }): Promise<Response> {
  const etag = `"${hash}"`;
  const headers = {
    'content-type': given.type,
    'content-disposition': `attachment; filename="${given.name}"`,
    'cache-control': 'no-cache',
    etag,
    'x-content-sha256': hash,
  };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  const text = await read();
  return new Response(streamText(text), { headers: { ...headers, 'content-length': String(Buffer.byteLength(text)) } });
}

/** A file of a draw for anybody, so often per address as open data; the bytes are those of the row. */
function download({ type, name, find }: Made): Download {
  return async (request, { params }) => {
    const refused = await refuseHaste(request);
    if (refused) return refused;
    const which = drawAddress.safeParse(await params);
    const stored = which.success ? await find(which.data) : null;
    if (!which.success || !stored) return new Response('没有这次抽取，或它还没有这份文件。', { status: 404, headers: plain });
    const { district, no } = which.data;
    return send(request, stored, { type, name: `${district}-${no.year}-${no.serial}-${name}` });
  };
}

const keep = (text: string): StoredText => ({ hash: hashText(text), read: async () => text });

/** `/draws/{district}/{no}/record.json`: the frozen record, exactly as its hash was taken of it. */
export const downloadRecord = download({ type: 'application/json', name: 'record.json', find: (which) => findRecord(everybody, which) });

/** `/draws/{district}/{no}/result.json`: the result, exactly as its hash was taken of it. */
export const downloadResult = download({ type: 'application/json', name: 'result.json', find: (which) => findResult(everybody, which) });

/** `/draws/{district}/{no}/draw.csv`: what was drawn, for a spreadsheet. */
export const downloadDrawCsv = download({
  type: table,
  name: 'draw.csv',
  find: async (which) => {
    const shown = await loadPublicDraw(everybody, which);
    return shown && shown.draw.outcomes.length > 0 ? keep(writeDrawCsv(shown)) : null;
  },
});

/** `/draws/statistics/statistics.csv?year`: the figures of a year's draws by agency. */
export const downloadStatistics: Download = async (request) => {
  const refused = await refuseHaste(request);
  if (refused) return refused;
  const { year } = statisticsQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const statistics = await loadStatistics(everybody, year);
  return send(request, keep(writeStatisticsCsv(statistics)), { type: table, name: `draws-${statistics.year}.csv` });
};
