import { basename } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { compression } from 'vite-plugin-compression2'
import { type Plugin, type Rolldown, defineConfig } from 'vite'
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

type Modules = Parameters<Rolldown.CodeSplittingNameFunction>[1]

/** Whether a module brings AG Grid with it, so that light pages must not fetch it. */
function needsGrid(id: string, modules: Modules, seen = new Set<string>()): boolean {
  if (/node_modules.*\/ag-(grid|stack)/.test(id)) return true
  if (seen.has(id)) return false
  seen.add(id)
  return (
    modules.getModuleInfo(id)?.importedIds.some((next) => needsGrid(next, modules, seen)) ?? false
  )
}

/**
 * Words that code reads besides the page, each language by itself. Among other code they would make a circle with the rest
 * of the words, and be missing where that comes first.
 */
function wordsOfPart(id: string, modules: Modules): string | null {
  const [, language] = /\/src\/text\/(sv|en)\/(?!index)/.exec(id) ?? []
  const importers = modules.getModuleInfo(id)?.importers ?? []
  const isRead = importers.some((by) => !by.includes('/src/text/'))
  return language !== undefined && isRead ? `words-${language}` : null
}

/** What pages share comes in a few files: by itself it would be a hundred, and each costs a request. */
const groups = [
  { name: 'start', tags: ['$initial'], priority: 4 },
  { name: wordsOfPart, priority: 3 },
  {
    name: (id: string, modules: Modules) => (needsGrid(id, modules) ? null : 'shared'),
    minShareCount: 2,
    entriesAware: true,
    entriesAwareMergeThreshold: 4_000, // from 8 000 bytes, what is merged goes in circles: see test/browser/chunks.test.ts
    priority: 2,
  },
  { name: 'grid', minShareCount: 2, priority: 1 },
]

export default defineConfig({
  plugins: [
    vue(),
    recipes,
    // packed once, here, and not by the server for each browser; a map is for whoever looks for a fault
    compression({ algorithms: ['gzip'], include: /\.(js|css|svg)$/ }),
  ],
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
      '^/(views|budgets|sign-in|sign-out|set-up|invitation|password)(/|$)': 'http://127.0.0.1:4000',
    },
  },
  build: {
    outDir: 'dist',
    target: 'es2023',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'], // the first with light-dark()
    cssCodeSplit: false, // 8 kB in all; no page can then lack its style when it is fetched anew
    sourcemap: true,
    chunkSizeWarningLimit: 1500, // AG Grid, on the sheet alone
    rolldownOptions: {
      output: {
        codeSplitting: { groups },
        chunkFileNames: ({ name }) => `assets/${name.replace(/~.*/, '')}-[hash].js`, // not whom it serves
      },
    },
  },
})
