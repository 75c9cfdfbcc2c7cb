import { basename } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { type Plugin, defineConfig } from 'vite'
import { readRecipe } from './src/recipes/read-recipe.ts'

/** Recipes are read here, so that the client gets their parts and needs no reader of Markdown. */
const recipes: Plugin = {
  name: 'recipes',
  transform: {
    filter: { id: /docs\/recipes\/[^/]+\.md$/ },
    handler: (text, id) => ({
      code: `export default ${JSON.stringify(readRecipe(basename(id), text))}`,
      map: { mappings: '' },
      moduleType: 'js',
    }),
  },
}

export default defineConfig({
  plugins: [vue(), recipes],
  html: { cspNonce: 'NONCE_OF_THE_PAGE' }, // the server puts one of its own into each answer
  define: {
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  server: {
    port: 5173,
    proxy: {
      '/graphql': { target: 'http://127.0.0.1:4000', ws: true },
      '/views': 'http://127.0.0.1:4000',
    },
  },
  build: {
    outDir: 'dist',
    target: 'es2023',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'], // the first with light-dark()
    cssCodeSplit: false, // 8 kB in all; no page can then lack its style when it is fetched anew
    sourcemap: true,
    chunkSizeWarningLimit: 1500, // AG Grid, on the sheet alone
  },
})
