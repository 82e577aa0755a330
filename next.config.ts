import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pino', 'prom-client', 'rate-limiter-flexible', 'subset-font'],
};

export default config;
