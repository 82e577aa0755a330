/** What a browser may load for a page: our own files, and the scripts and styles that carry this answer's nonce. */
export function pagePolicy(nonce: string, isDevelopment: boolean): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    `font-src 'self'`,
    `img-src 'self'`,
    `connect-src 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `object-src 'none'`,
  ].join('; ');
}
