import type { Recipe } from './recipe.ts'

const files = import.meta.glob<Recipe>('../../../docs/recipes/*.md', {
  eager: true,
  import: 'default',
})

/** Every recipe, in order. The files are the only source: the documents and the pages say the same. */
export const allRecipes: readonly Recipe[] = Object.keys(files)
  .toSorted()
  .map((path) => files[path]!)
