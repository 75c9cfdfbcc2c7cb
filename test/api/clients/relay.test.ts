import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const schema = fileURLToPath(new URL('../../../schema/schema.graphql', import.meta.url))

// Relay's own compiler: it takes a connection, a node and a page of a list only where the contract has them as Relay wants them.
const screen = `
graphql\`
  query screenQuery { ...screen_municipalities  jointService(slug: "familjehemscentrum") { id ...screen_service } }
\`
graphql\`
  fragment screen_municipalities on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" })
  @refetchable(queryName: "screenPageQuery") {
    municipalities(first: $count, after: $cursor) @connection(key: "screen_municipalities") {
      edges { node { id ...screen_municipality } }
    }
  }
\`
graphql\`
  fragment screen_municipality on Municipality
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" })
  @refetchable(queryName: "screenPopulationsQuery") {
    name
    populations(first: $count, after: $cursor) @connection(key: "screen_populations") {
      edges { node { id inhabitants } }
    }
  }
\`
graphql\`
  fragment screen_service on JointService @refetchable(queryName: "screenServiceQuery") { name slug }
\`
`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'andel-relay-'))
  await mkdir(join(folder, 'src'))
  await writeFile(join(folder, 'src/screen.ts'), screen)
  await writeFile(join(folder, 'schema.graphql'), await readFile(schema))
  const config = {
    src: './src',
    schema: './schema.graphql',
    language: 'typescript',
    artifactDirectory: './made',
  }
  await mkdir(join(folder, 'made'))
  await writeFile(join(folder, 'relay.config.json'), JSON.stringify(config))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe("Relay's compiler", () => {
  it('takes the contract, pages its connections and finds its nodes again', async () => {
    const require = createRequire(import.meta.url)
    const compiler = require.resolve('relay-compiler/cli.js')
    await promisify(execFile)(process.execPath, [compiler, '--noWatchman'], { cwd: folder })
    const made = await readdir(join(folder, 'made'))
    const queries = [
      'screenQuery',
      'screenPageQuery',
      'screenPopulationsQuery',
      'screenServiceQuery',
    ]
    expect(made).toEqual(expect.arrayContaining(queries.map((name) => `${name}.graphql.ts`)))
    const node = await readFile(join(folder, 'made/screenServiceQuery.graphql.ts'), 'utf8')
    expect(node).toContain('node(id: $id)')
  })
})
