import { builtinModules } from 'node:module'
import { defineConfig } from 'vite'

// The server and its commands in a few files; what comes from a package stays in node_modules.
export default defineConfig({
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: { main: 'src/main.ts', andel: 'src/commands/andel.ts' },
      // beside each other: where the client is, is told from here
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: { noExternal: [/^@andel\//], external: [...builtinModules] },
})
