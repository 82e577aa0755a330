import type { NextConfig } from 'next';

/** On every answer, whatever its kind; pages replace the policy by their own with a nonce (src/proxy.ts). */
const fixedHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
];
const barePolicy = {
  key: 'Content-Security-Policy',
  value: "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
};
const secureTransport = { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' };

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // A declaration sheet may have 5 MB; what surrounds it in a form is small.
  experimental: { serverActions: { bodySizeLimit: '6mb' } },
  serverExternalPackages: [
    '@node-rs/argon2',
    '@e965/xlsx',
    'exceljs',
    'highs',
    'pdfmake',
    'pg',
    'pg-boss',
    'pino',
    'prom-client',
    'rate-limiter-flexible',
    'subset-font',
  ],
  headers: async () => [
    { source: '/:path*', headers: fixedHeaders },
    // An inspector may say where, coarsely, by a button of these pages alone.
    {
      source: '/inspector/:path*',
      headers: [{ key: 'Permissions-Policy', value: 'camera=(), geolocation=(self), microphone=(), payment=(), usb=()' }],
    },
    { source: '/:place(_next/static|api|healthz|readyz|metrics)/:path*', headers: [barePolicy] },
    { source: '/:path*', has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https' }], headers: [secureTransport] },
  ],
};

export default config;
