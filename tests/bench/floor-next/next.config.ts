import type { NextConfig } from 'next';

const config: NextConfig = { poweredByHeader: false, typescript: { ignoreBuildErrors: true }, serverExternalPackages: ['pg'] };

export default config;
