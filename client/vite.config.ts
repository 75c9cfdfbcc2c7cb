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

/** Whether a module is of some part, or brings something of it along. */
function needs(part: RegExp, id: string, modules: Modules, seen = new Set<string>()): boolean {
  if (part.test(id)) return true
  if (seen.has(id)) return false
  seen.add(id)
  return (
    modules.getModuleInfo(id)?.importedIds.some((next) => needs(part, next, modules, seen)) ?? false
  )
}

const agGrid = /node_modules.*\/ag-(grid|stack)/
const sheet = /node_modules.*\/ag-(grid|stack)|\/client\/src\/(budget|grid)\//

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

/** The name of a group for what does not need some part. */
const without =
  (part: RegExp, name: string) =>
  (id: string, modules: Modules): string | null =>
    needs(part, id, modules) ? null : name

/**
 * What several pages share, in a few files, as each costs a request: by itself it would be a hundred. None needs those below it here,
 * so they never go in circles.
 */
const groups = [
  { name: 'start', tags: ['$initial'], priority: 5 },
  { name: wordsOfPart, priority: 4 },
  { name: without(sheet, 'shared'), minShareCount: 2, priority: 3 },
  { name: without(agGrid, 'sheet'), minShareCount: 2, priority: 2 },
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
