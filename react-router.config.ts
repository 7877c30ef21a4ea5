import type { Config } from '@react-router/dev/config';

export default {
  ssr: true,
  // Lazy discovery and a deploy make a hard reload: typed text, chosen files and unlocked keys would be lost.
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
