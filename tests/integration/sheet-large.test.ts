import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import { refusals } from '#domain/declaration/sheet/file-shape.ts';
import { uploadAnswer } from '#features/register/schema.ts';
import { sheetUpload, sheetYear } from '#features/sheet/schema.ts';
import { refuseLargeForm } from '#platform/large-form.ts';

const megabyte = 1024 * 1024;

function post(path: string, bytes: number, more: Record<string, string> = {}) {
  const headers = { 'content-length': String(bytes), ...more };
  return refuseLargeForm(new NextRequest(`http://localhost:3000${path}`, { method: 'POST', headers }));
}

describe('a file that is too large', () => {
  it('without scripts leads back to the page, which says so', () => {
    const answer = post('/declarations/sheets/new?year=2027', 7 * megabyte);
    expect(answer?.status).toBe(303);
    const { pathname, searchParams } = new URL(answer?.headers.get('location') ?? '');
    expect(pathname).toBe('/declarations/sheets/new');
    expect(sheetYear.parse(Object.fromEntries(searchParams))).toEqual({ year: 2027, tooLarge: refusals.tooLarge });
  });

  it.each(['enterprises', 'inspectors'])('of a register leads back to where %s are uploaded', (register) => {
    for (const path of [`/${register}/imports`, `/${register}/imports/0196b2a0-0000-7000-8000-000000000000`]) {
      const { pathname, searchParams } = new URL(post(path, 7 * megabyte)?.headers.get('location') ?? '');
      expect(pathname).toBe(`/${register}/imports`);
      expect(uploadAnswer.parse(Object.fromEntries(searchParams)).tooLarge).toContain('5 MB');
    }
    expect(post(`/${register}/imports`, 5 * megabyte)).toBeNull();
  });

  it('nothing else is turned away: a smaller one, a call with scripts, another page', () => {
    const answers = [
      post('/declarations/sheets/new', 5 * megabyte),
      post('/declarations/sheets/new', 7 * megabyte, { 'next-action': 'x' }),
      post('/declarations', 7 * megabyte),
    ];
    expect(answers).toEqual([null, null, null]);
  });

  it('up to what the framework takes the form says the same', () => {
    const file = new File([new Uint8Array(5.5 * megabyte)], '申报表.xlsx');
    const read = sheetUpload.safeParse({ year: 2027, file });
    expect(read.error?.issues.map(({ message }) => message)).toEqual([refusals.tooLarge]);
  });
});
