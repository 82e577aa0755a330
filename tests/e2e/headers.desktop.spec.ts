import { expect, test } from '@playwright/test';

const pages = [
  '/',
  '/sign-in',
  '/filings',
  '/api-keys',
  '/check',
  '/c/7Q4M-X9KD-2RTV-B6HN-PW3C-8YFA-5J',
  '/no-such-page',
  '/%E6%B2%A1%E6%9C%89',
];
const calls = ['/api/v1/filings', '/api/v1/openapi.json', '/api/public/v1/codes/x', '/api/no-such-call', '/healthz', '/readyz', '/metrics'];

const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('geolocation=()'),
};

test.describe('every answer protects its reader', () => {
  for (const path of pages) {
    test(`page ${path}`, async ({ request }) => {
      const answer = await request.get(path, { maxRedirects: 0, headers: { 'x-request-id': 'from-outside' } });
      const headers = answer.headers();
      const policy = headers['content-security-policy'] ?? '';
      expect(headers).toMatchObject(everywhere);
      expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic'/);
      expect(policy).not.toContain('unsafe');
      for (const part of ["frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'", "form-action 'self'"])
        expect(policy).toContain(part);
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers['x-powered-by']).toBeUndefined();
    });
  }

  for (const path of calls) {
    test(`call ${path}`, async ({ request }) => {
      const headers = (await request.get(path)).headers();
      expect(headers).toMatchObject({
        ...everywhere,
        'content-security-policy': expect.stringContaining("default-src 'none'"),
        'cache-control': 'no-store',
      });
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    });
  }

  test('each page has a nonce of its own, and its files are protected as well', async ({ request }) => {
    const [first, second] = [await request.get('/sign-in'), await request.get('/sign-in')];
    expect(first.headers()['content-security-policy']).not.toBe(second.headers()['content-security-policy']);
    const file = /\/_next\/static\/[^"]+\.css/.exec(await first.text())?.[0] ?? '';
    expect((await request.get(file)).headers()).toMatchObject(everywhere);
  });

  test('no page behind the sign-in is shown without one, and no error tells its cause', async ({ request }) => {
    for (const path of [
      '/home',
      '/filings',
      '/users',
      '/sessions',
      '/audit',
      '/api-keys',
      '/inbox',
      '/declarations',
      '/review',
      '/matters',
    ]) {
      const answer = await request.get(path, { maxRedirects: 0 });
      expect([answer.status(), answer.headers().location]).toEqual([303, '/sign-in']);
    }
    const forged = await request.get('/users', { maxRedirects: 0, headers: { cookie: 'ningqi-session=forged' } });
    expect([303, 307]).toContain(forged.status());
    const foreign = await request.post('/api/v1/filings', { data: '{}', headers: { 'content-type': 'text/plain' } });
    expect(foreign.status()).toBe(415);
    expect(await foreign.text()).not.toMatch(/at \/|node_modules|prisma/i);
  });
});
