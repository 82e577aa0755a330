import 'server-only';
import { createHmac } from 'node:crypto';
import { type LookupAddress, lookup } from 'node:dns';
import { request as requestPlain } from 'node:http';
import { request as requestEncrypted } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { isLoopbackHost } from '#domain/webhook/target.ts';
import { env } from './env.ts';

const inside = new BlockList();
const inside4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
];
const more4 = ['192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'];
// Ranges of the global unicast space that lead elsewhere: documentation, and tunnels that carry an IPv4 address.
const inside6 = ['2001::/32', '2001:db8::/32', '2002::/16', '3fff::/20'];
for (const range of [...inside4, ...more4]) inside.addSubnet(range.split('/')[0] ?? '', Number(range.split('/')[1]), 'ipv4');
for (const range of inside6) inside.addSubnet(range.split('/')[0] ?? '', Number(range.split('/')[1]), 'ipv6');
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');

/** Whether an IP address lies in the open internet: never a private network, this machine, or the metadata of a cloud. */
export function isOpenAddress(address: string): boolean {
  if (isIP(address) === 4) return !inside.check(address, 'ipv4');
  return isIP(address) === 6 && global6.check(address, 'ipv6') && !inside.check(address, 'ipv6');
}

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '');

/** The ports of this machine that may be called. */
export type LocalPorts = 'all' | readonly number[];

/** All in the demo, which nobody else's systems stand beside; otherwise those that the operator named. */
function localPorts(): LocalPorts {
  const { NINGQI_DEMO, WEBHOOK_LOCAL_PORTS = [] } = env();
  return NINGQI_DEMO === '1' ? 'all' : WEBHOOK_LOCAL_PORTS;
}

/** Whether an address may be called as far as it says itself; a name is looked up at every call and judged then. */
export function mayCall(url: string, local: LocalPorts = localPorts()): boolean {
  const { hostname, port, protocol } = new URL(url);
  if (isLoopbackHost(hostname)) return local === 'all' || local.includes(Number(port || (protocol === 'https:' ? 443 : 80)));
  return isIP(bare(hostname)) === 0 || isOpenAddress(bare(hostname));
}

class Inside extends Error {}

/** Looks a name up and gives only what may be called: the connection goes to the very address that was judged. */
const lookupOpen: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const wrong = error ?? (found.every(({ address }) => isOpenAddress(address)) ? null : new Inside('the address lies inside'));
    const [first] = found ?? [];
    if (wrong || !first) callback(wrong ?? new Error('no address'), '', 4);
    else if (options.all) callback(null, found);
    else callback(null, first.address, first.family);
  });
};

/** What a receiver answered, or why there was no answer, in words that may be shown. */
export type Posted = { readonly status: number | null; readonly error: string };

function wordsOf(error: Error & { code?: string }): string {
  if (error instanceof Inside) return '地址指向内部网络，没有发送';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return '对方没有在规定时间内应答';
  return error.code ? `没有连上（${error.code}）` : '没有连上';
}

type Post = { readonly url: string; readonly body: string; readonly headers: Readonly<Record<string, string>>; readonly seconds: number };

/** Posts a text to somebody else's system: no redirect is followed, the answer is not read, nothing inside can be reached by it. */
export function postOutside({ url, body, headers, seconds }: Post): Promise<Posted> {
  const target = new URL(url);
  if (!mayCall(url)) return Promise.resolve({ status: null, error: wordsOf(new Inside()) });
  const send = target.protocol === 'https:' ? requestEncrypted : requestPlain;
  const open = isLoopbackHost(target.hostname) ? {} : { lookup: lookupOpen };
  const length = String(Buffer.byteLength(body));
  return new Promise((settle) => {
    const signal = AbortSignal.timeout(seconds * 1000);
    const call = send(
      target,
      { ...open, method: 'POST', agent: false, signal, headers: { ...headers, 'content-length': length } },
      (answer) => {
        settle({ status: answer.statusCode ?? null, error: '' });
        answer.destroy();
      },
    );
    call.on('error', (error) => settle({ status: null, error: wordsOf(error) }));
    call.end(body);
  });
}

/** The secret of a webhook: made anew from the server's key whenever it is needed, stored nowhere. */
export function webhookSecret(id: string): string {
  const key = createHmac('sha256', env().NEXTAUTH_SECRET).update('ningqi-webhook/1').digest();
  return `whsec_${createHmac('sha256', key).update(id).digest('base64url')}`;
}

/** The header by which a receiver knows that a text is ours and new: HMAC-SHA256 over `t.body` with its secret. */
export function signBody(secret: string, at: Date, body: string): string {
  const t = Math.floor(at.getTime() / 1000);
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`;
}
