import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { env } from './env.ts';
import { log } from './log.ts';
import { observeRequest } from './metrics.ts';

/** Set on each request by this process alone: whether the caller sits on this machine, with no proxy between. */
export const peerHeader = 'x-ningqi-peer';

const open = { requests: 0 };

/** The kind of page or call: segments that name it, never those that hold a code or an id, never the query. */
export function routeOf(url: string): string {
  const [, first = '', ...rest] = url.split(/[?#]/, 1)[0]?.split('/') ?? [];
  if (first === '_next') return '/_next';
  if (first !== 'api') return /^[a-z-]{0,20}$/.test(first) ? `/${first}` : 'other';
  const named = rest.slice(0, rest[0] === 'public' ? 3 : 2);
  return named.every((segment) => /^[a-z0-9.-]{1,20}$/.test(segment)) ? `/${['api', ...named].join('/')}` : 'other';
}

function isOnThisMachine({ socket, headers }: IncomingMessage): boolean {
  return /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '') && headers['x-forwarded-for'] === undefined;
}

/** Whose request it is, as the outermost proxy that we trust saw it; whatever stands before that in the header anybody can write. */
export function addressBehind(peer: string, told: string, trusted: number): string {
  const hops = told.split(',').map((hop) => hop.trim());
  const chain = [...hops.filter(Boolean), peer];
  return chain.at(Math.max(-chain.length, -1 - trusted)) ?? peer;
}

/** A path that cannot be decoded names nothing; the router would answer it with a bare error of its own. */
export function decodable(url: string): string {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return url;
  } catch {
    return url.replaceAll('%', '0');
  }
}

function addressOf({ socket, headers }: IncomingMessage): string {
  return addressBehind(socket.remoteAddress ?? 'unknown', String(headers['x-forwarded-for'] ?? ''), env().TRUSTED_PROXIES);
}

function finish(request: IncomingMessage, response: ServerResponse, started: number): void {
  open.requests--;
  const ms = performance.now() - started;
  const status = response.writableFinished ? response.statusCode : 499;
  const method = request.method ?? '';
  const route = status === 404 ? 'unknown' : routeOf(request.url ?? '');
  observeRequest({ route, method, status }, ms / 1000);
  const level = route === '/_next' || route === '/healthz' ? 'debug' : 'info';
  log[level]({ requestId: response.getHeader('x-request-id'), method, route, status, ms: Math.round(ms) }, 'request');
}

/** Counts, measures and logs every request that this process's server answers. */
export function observeRequests(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    request.headers[peerHeader] = isOnThisMachine(request) ? 'loopback' : 'remote';
    request.headers['x-forwarded-for'] = addressOf(request);
    request.url = decodable(request.url ?? '/');
    const started = performance.now();
    open.requests++;
    response.once('close', () => finish(request, response, started));
  });
}

/** How many requests wait for their answer. */
export function openRequests(): number {
  return open.requests;
}
