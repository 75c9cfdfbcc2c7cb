import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const folder = new URL('../../client/dist/assets/', import.meta.url)

/** The built files that one imports at once, by name. */
function importsOf(file: string): string[] {
  const text = readFileSync(new URL(file, folder), 'utf8')
  return [...text.matchAll(/(?:from|import)\s?"\.\/([^"]+\.js)"/g)].map(([, name]) => name!)
}

// a file in a circle runs before what it needs, or after, as the network has it: words were missing from some pages
it('builds no files that import each other in a circle', () => {
  const imports = new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.js'))
      .map((file) => [file, importsOf(file)]),
  )
  expect(imports.size).toBeGreaterThan(20)
  let left = [...imports.keys()]
  let count
  do {
    count = left.length
    left = left.filter((file) => imports.get(file)!.some((next) => left.includes(next)))
    left = left.filter((file) => left.some((other) => imports.get(other)!.includes(file)))
  } while (left.length < count)
  expect(left).toEqual([])
})
