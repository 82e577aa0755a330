/** Brings the self-hosted Noto Sans SC to the pages that import this; the public code page leaves it out. */
import '@fontsource-variable/noto-sans-sc/index.css';
