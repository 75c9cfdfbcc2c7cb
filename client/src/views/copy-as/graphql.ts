import type { CopySource } from './copy-source.ts'

/** The query itself, with its variables as a comment above. */
export function asGraphql({ query, variables }: CopySource): string {
  if (Object.keys(variables).length === 0) return `${query.trim()}\n`
  const comment = JSON.stringify(variables, undefined, 2).replace(/^/gm, '# ')
  return `${comment}\n${query.trim()}\n`
}
