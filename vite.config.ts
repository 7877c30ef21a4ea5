import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter()],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    // Inlined files would need data: sources in the content security policy.
    assetsInlineLimit: 0,
  },
  // The server bundle starts at our own server, which brings the routes along.
  environments: { ssr: { build: { rollupOptions: { input: './server.ts' } } } },
});
