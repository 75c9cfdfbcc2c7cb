import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { generateExamples, generateOperations } from '@andel/schema/codegen'
import { printApi } from '@andel/server/graphql-schema'
import { describe, expect, it } from 'vitest'

const fromRoot = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8')

describe('what is generated is fresh', () => {
  it('schema/schema.graphql is what the server emits', async () => {
    expect(fromRoot('schema/schema.graphql')).toBe(await printApi())
  })

  it('schema/src/operations.gen.ts is what the contract and the operations give', async () => {
    expect(fromRoot('schema/src/operations.gen.ts')).toBe(await generateOperations())
  })

  it('schema/src/examples.gen.ts is what the example queries say', () => {
    expect(fromRoot('schema/src/examples.gen.ts')).toBe(generateExamples())
  })
})

describe('the contract', () => {
  it('has the names that others rely on', async () => {
    const sdl = (await printApi()).replace(/"""[\s\S]*?"""\n/g, '').replace(/\n\s*/g, ' ')
    for (const name of [
      'budget( asOf: BudgetMomentInput id: ID! ): Budget',
      'jointService( slug: String! ): JointService',
      'municipality( code: String! ): Municipality',
      'node( id: ID! ): Node',
      'editBudget( input: EditBudgetInput! ): EditBudgetPayload!',
    ]) {
      const loose = new RegExp(
        name.replace(/[()[\]!]/g, '\\$&').replace(/ ?\\([()]) ?/g, '\\s*\\$1\\s*'),
      )
      expect(sdl).toMatch(loose)
    }
  })
})
