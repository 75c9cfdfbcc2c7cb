import { builtinModules } from 'node:module'
import { defineConfig } from 'vite'

// One file for the server; what comes from a package stays in node_modules.
export default defineConfig({
  build: {
    ssr: 'src/main.ts',
    target: 'node24',
    outDir: 'dist',
    sourcemap: true,
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'main.js' } },
  },
  ssr: { noExternal: [/^@andel\//], external: [...builtinModules] },
})
