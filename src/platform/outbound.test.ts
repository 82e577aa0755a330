import { describe, expect, it } from 'vitest';
import { isOpenAddress, mayCall, signBody } from './outbound.ts';

describe('addresses that may be called', () => {
  it.each(['1.1.1.1', '223.5.5.5', '172.15.255.255', '172.32.0.0', '100.63.255.255', '2400:3200::1'])('%s may', (address) => {
    expect(isOpenAddress(address)).toBe(true);
  });

  it.each([
    ...['0.0.0.0', '10.0.0.1', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ...['198.18.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1'],
    ...['::ffff:10.0.0.1', '::ffff:127.0.0.1', '64:ff9b::a00:1', '2002:0a00:0001::1', '2001:db8::1', 'localhost', '10.1'],
  ])('%s may not', (address) => expect(isOpenAddress(address)).toBe(false));

  it('a name may as far as it says itself; a number is judged at once', () => {
    const call = (url: string) => mayCall(url, []);
    expect(['https://bureau.example.cn/', 'https://223.5.5.5/'].map(call)).toEqual([true, true]);
    expect(['https://192.168.1.1/', 'https://[fe80::1]/', 'https://0x0a000001/'].map(call)).toEqual([false, false, false]);
  });

  it('this machine on the ports that were named alone, and on any in the demo', () => {
    const own = ['http://localhost:9000/', 'http://127.0.0.1/', 'https://[::1]/', 'http://2130706433:9000/', 'http://127.0.0.1:5432/'];
    expect(own.map((url) => mayCall(url, []))).toEqual([false, false, false, false, false]);
    expect(own.map((url) => mayCall(url, [9000, 80, 443]))).toEqual([true, true, true, true, false]);
    expect(own.map((url) => mayCall(url, 'all'))).toEqual([true, true, true, true, true]);
  });
});

describe('signature', () => {
  it('is the HMAC-SHA256 of time and body', () => {
    // printf '1760000000.{}' | openssl dgst -sha256 -hmac secret
    expect(signBody('secret', new Date(1_760_000_000_500), '{}')).toBe(
      't=1760000000,v1=53dc054739ad94d3532227ba8d397f66ed2166a6b66940c2006692fa6db6829f',
    );
  });
});
