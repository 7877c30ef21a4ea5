import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [reactRouter()],
  worker: { format: 'es' as const },
  build: {
    target: 'es2023',
    // Inlined files would need data: sources in the content security policy.
    assetsInlineLimit: 0,
    ...(isSsrBuild === true ? { rollupOptions: { input: './server.ts' } } : {}),
  },
}));
