import { describe, expect, it } from 'vitest'
import { first as englishFirst } from './en/first.ts'
import { en } from './en/index.ts'
import { first } from './sv/first.ts'
import { sv } from './sv/index.ts'

/** Every sentence by its name: `common.retry`. */
function sentences(tree: object, prefix = ''): [name: string, sentence: string][] {
  return Object.entries(tree).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[prefix + name, value] as [string, string]]
      : sentences(value as object, `${prefix}${name}.`),
  )
}

const swedish = sentences({ ...first, ...sv })
const english = new Map(sentences({ ...englishFirst, ...en }))
const quoted = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g))].sort().join()
const forms = (sentence: string) => sentence.split(' | ').length

/** The names of sentences whose two languages differ in something. */
const differing = (trait: (sentence: string) => unknown) =>
  swedish
    .filter(([name, one]) => trait(one) !== trait(english.get(name) ?? ''))
    .map(([name]) => name)

describe('Swedish and English', () => {
  it('say the same things, and none of them is empty', () => {
    expect([...english.keys()].sort()).toEqual(swedish.map(([name]) => name).sort())
    expect(differing((sentence) => sentence.trim() !== '')).toEqual([])
  })

  it('quote the same figures and names', () => {
    expect(differing(quoted)).toEqual([])
  })

  it('have a form for one and one for several in the same sentences', () => {
    expect(differing(forms)).toEqual([])
  })
})
