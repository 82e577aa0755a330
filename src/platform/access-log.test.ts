import { describe, expect, it } from 'vitest';
import { addressBehind, decodable, routeOf } from './access-log.ts';

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

describe('a request before it reaches the router', () => {
  it('takes the address of the connection while no proxy is trusted, whatever the caller writes', () => {
    expect(addressBehind('10.0.0.9', '', 0)).toBe('10.0.0.9');
    expect(addressBehind('10.0.0.9', '1.2.3.4, 5.6.7.8', 0)).toBe('10.0.0.9');
  });

  it('believes just as many hops as there are proxies', () => {
    expect(addressBehind('10.0.0.9', '1.2.3.4, 5.6.7.8', 1)).toBe('5.6.7.8');
    expect(addressBehind('10.0.0.9', '1.2.3.4, 5.6.7.8', 2)).toBe('1.2.3.4');
    expect(addressBehind('10.0.0.9', '', 2)).toBe('10.0.0.9');
  });

  it('makes a path that cannot be decoded one that names nothing', () => {
    expect(decodable('/c/%E5%86%B7?x=%E0')).toBe('/c/%E5%86%B7?x=%E0');
    expect(decodable('/c/%E0%A4%A')).toBe('/c/0E00A40A');
  });
});
