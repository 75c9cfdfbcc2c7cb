import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { asPowerQuery } from '../views/copy-as/power-query.ts'
import { fillIn, readViewAddress } from './fill-in.ts'
import { readRecipe } from './read-recipe.ts'
import { type Block, writtenOrigin } from './recipe.ts'

const folder = fileURLToPath(new URL('../../../docs/recipes/', import.meta.url))
const recipes = readdirSync(folder)
  .toSorted()
  .map((file) => ({ file, ...readRecipe(file, readFileSync(folder + file, 'utf8')) }))
const codeOf = (slug: string, language: string): string[] =>
  recipes
    .find((recipe) => recipe.slug === slug)!
    .sv.blocks.flatMap((block) =>
      block.kind === 'code' && block.language === language ? [block.text] : [],
    )

describe('a recipe', () => {
  const markdown = `# Titel

> # Title

Om 300 000
kr.

> About it.

Ett ord, \`kod\` och
**fetstil**. [Recept 1](01-curl.md).

> A word.

\`\`\`sh
curl ${writtenOrigin}
\`\`\`

1. Ett [här](${writtenOrigin}/analys/vyer).
2. Två

> 1. One
> 2. Two
`

  it('is Swedish outside of quotes, English in them, and has the same code in both', () => {
    const { slug, sv, en } = readRecipe('07-nya-ord.md', markdown)
    expect(slug).toBe('nya-ord')
    const code: Block = { kind: 'code', language: 'sh', text: `curl ${writtenOrigin}` }
    expect(en).toEqual({
      title: 'Title',
      about: 'About it.',
      blocks: [
        { kind: 'paragraph', spans: [{ kind: 'text', text: 'A word.' }] },
        code,
        { kind: 'list', items: ['One', 'Two'].map((text) => [{ kind: 'text', text }]) },
      ],
    })
    expect(sv.about).toBe('Om 300\u00A0000\u00A0kr.')
    expect(sv.blocks[0]).toEqual({
      kind: 'paragraph',
      spans: [
        { kind: 'text', text: 'Ett ord, ' },
        { kind: 'code', text: 'kod' },
        { kind: 'text', text: ' och ' },
        { kind: 'strong', text: 'fetstil' },
        { kind: 'text', text: '. ' },
        { kind: 'link', text: 'Recept 1', to: '/analys/recept/curl' },
        { kind: 'text', text: '.' },
      ],
    })
    expect(sv.blocks[1]).toEqual(code)
    expect(JSON.stringify(sv.blocks[2])).toContain('"to":"/analys/vyer"')
  })

  it.each(['| a |\n| - |', '[elsewhere](https://example.org)', '<b>raw</b>', '_soft_'])(
    'is refused with %j, which the page could not show',
    (content) => {
      expect(() => readRecipe('01-a.md', `# A\n\nB\n\n> # A\n>\n> B\n\n${content}\n`)).toThrow(
        'A recipe',
      )
    },
  )
})

describe('the recipes', () => {
  it('are ten, numbered, each with a name of its own', () => {
    const numbers = recipes.map(({ file }) => Number(file.slice(0, 2)))
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(new Set(recipes.map(({ slug }) => slug)).size).toBe(10)
  })

  it.each(recipes)('$slug has the same shape in both languages, and code', ({ sv, en }) => {
    const shape = ({ kind, ...block }: Block): object =>
      'items' in block ? { kind, items: block.items.length } : { kind }
    expect(en.blocks.map(shape)).toEqual(sv.blocks.map(shape))
    expect(sv.blocks.some(({ kind }) => kind === 'code')).toBe(true)
    for (const { about } of [sv, en]) expect(about).toMatch(/^[^`*[\]]+[.?]$/) // shown as it is
  })

  it('link to each other rightly', () => {
    const links = recipes.flatMap(({ sv, en }) =>
      [...JSON.stringify([sv, en]).matchAll(/"to":"\/analys\/recept\/([^"]+)"/g)].map(
        ([, slug]) => slug,
      ),
    )
    expect(links.length).toBeGreaterThan(0)
    expect(recipes.map(({ slug }) => slug)).toEqual(expect.arrayContaining(links))
  })
})

describe('Power Query', () => {
  it('is what the product copies for the view, and for a query', () => {
    const text = (name: string) => ({ name: `costShares.${name}`, kind: 'TEXT' as const })
    const copied = asPowerQuery({
      query: codeOf('csv', 'graphql')[0]!,
      variables: {},
      columns: [
        { name: 'costShares.budget.year', kind: 'INTEGER' },
        text('budget.jointService.name'),
        text('line.description'),
        text('municipality.code'),
        text('municipality.name'),
        { name: 'costShares.amount', kind: 'MONEY' },
      ],
      endpoint: `${writtenOrigin}/graphql`,
      placeholder: '',
      view: { address: `${writtenOrigin}/views/VIEW-ID.csv`, token: 'ACCESS-TOKEN' },
    })
    const asked = asPowerQuery({
      query: '{ costShares { nodes { municipality { code name } amount } } }',
      variables: {},
      columns: [
        text('municipality.code'),
        text('municipality.name'),
        { name: 'costShares.amount', kind: 'MONEY' },
      ],
      endpoint: `${writtenOrigin}/graphql`,
      placeholder: 'API-TOKEN',
    })
    const codes = [copied, asked].map((code) => code.trimEnd())
    expect(codeOf('power-query', 'powerquery')).toEqual(codes)
  })

  it('closes what it opens, and names only steps that it has', () => {
    for (const code of codeOf('power-query-gruppera', 'powerquery')) {
      const bare = code.replaceAll(/#?"(?:[^"]|"")*"/g, '')
      for (const [open, close] of ['()', '[]', '{}'])
        expect(bare.split(open!).length).toBe(bare.split(close!).length)
      const steps = [...bare.matchAll(/^ {4}(\w+) =/gm)].map((match) => match[1])
      const used = [...bare.matchAll(/Table\.\w+\(\s*(\w+)/g)].map((match) => match[1])
      expect(['Andelar', ...steps]).toEqual(expect.arrayContaining(used))
      expect(bare.trimEnd()).toMatch(new RegExp(`in\\s+${steps.at(-1)}$`))
    }
  })
})

describe('filling in', () => {
  it('puts in the address of the installation, and the view', () => {
    const code = `curl '${writtenOrigin}/views/VIEW-ID.csv' ACCESS-TOKEN`
    expect(fillIn(code, 'https://a.se')).toBe("curl 'https://a.se/views/VIEW-ID.csv' ACCESS-TOKEN")
    const view = readViewAddress(' https://a.se/views/Vx_1-.csv?excel=sv&token=t-_2 ')
    expect(fillIn(code, 'https://a.se', view)).toBe("curl 'https://a.se/views/Vx_1-.csv' t-_2")
  })

  it.each(['', 'https://a.se/views/V.csv', "https://a.se/views/V';rm.csv?token=a", 'V?token=$(a)'])(
    'takes nothing but the address of a view: %j',
    (address) => expect(readViewAddress(address)).toBeUndefined(),
  )
})
