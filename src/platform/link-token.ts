import 'server-only';
import { createHmac } from 'node:crypto';
import { hashSecret } from './entropy.ts';
import { env } from './env.ts';

/** What a link to somebody without an account is good for. */
export type LinkPurpose = 'rate';

/** A key of its own for every purpose, derived from the server's secret: one purpose's tokens say nothing about another's. */
function keyOf(purpose: LinkPurpose): Buffer {
  return createHmac('sha256', env().NEXTAUTH_SECRET).update(`ningqi-link/1:${purpose}`).digest();
}

/** 256 bits that stand for a record towards whoever holds the link: made anew when it is sent, never stored. */
export function linkToken(purpose: LinkPurpose, id: string): string {
  return createHmac('sha256', keyOf(purpose)).update(id).digest('base64url');
}

/** What the database keeps of it. */
export function hashLinkToken(purpose: LinkPurpose, id: string): string {
  return hashSecret(linkToken(purpose, id));
}

/** The address an enterprise rates a visit at; the token stands behind the #, which no server, proxy or log is ever told. */
export function rateLink(filing: string): string {
  return `${new URL(env().NEXTAUTH_URL).origin}/rate#${linkToken('rate', filing)}`;
}

/** The links that messages are written with, at the moment they are sent or shown. */
export function messageLinks(): { readonly origin: string; readonly rate: (filing: string) => string } {
  return { origin: new URL(env().NEXTAUTH_URL).origin, rate: rateLink };
}
