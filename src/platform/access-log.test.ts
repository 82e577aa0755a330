import { describe, expect, it } from 'vitest';
import { routeOf } from './access-log.ts';

describe('a log line names the kind of page, never what it is about', () => {
  it.each([
    ['/c/7Q4M-X9KD-2RTV-B6HN-PW3C-8YFA-5J', '/c'],
    ['/check?code=7Q4MX9KD2RTVB6HNPW3C8YFA5J', '/check'],
    ['/api/public/v1/codes/7Q4MX9KD2RTVB6HNPW3C8YFA5J', '/api/public/v1/codes'],
    ['/api/public/v1/codes/abc?x=1', '/api/public/v1/codes'],
    ['/api/v1/filings/%E5%8C%BA%E5%BA%94', '/api/v1/filings'],
    ['/api/v1/filings?cursor=abc', '/api/v1/filings'],
    ['/filings/01a2036b-9d87-772a-81c8-2b20da547c2a', '/filings'],
    ['/7Q4MX9KD2RTVB6HNPW3C8YFA5J', 'other'],
    ['/_next/static/chunks/a.js', '/_next'],
    ['/', '/'],
    ['', '/'],
  ])('%s', (url, route) => {
    expect(routeOf(url)).toBe(route);
  });
});
