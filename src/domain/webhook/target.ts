/** What keeps an address from being called. */
export type TargetFault = 'malformed' | 'unencrypted' | 'credentials';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether an address names this machine itself, where a bureau's adapter may run beside the application. */
export function isLoopbackHost(hostname: string): boolean {
  return loopback.has(hostname);
}

/** Whether an address may be called as far as its words tell: https, or http to this machine; no password in it. Null: it may. */
export function judgeTarget(text: string): TargetFault | null {
  if (!URL.canParse(text)) return 'malformed';
  const { protocol, hostname, username, password, hash } = new URL(text);
  if (username || password || hash) return 'credentials';
  if (protocol === 'https:') return null;
  return protocol === 'http:' && isLoopbackHost(hostname) ? null : 'unencrypted';
}
