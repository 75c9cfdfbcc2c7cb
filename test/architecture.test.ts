import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Files of the project: those that git knows or would take. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path && existsSync(join(root, path)))
const sources = files.filter((path) => /^(schema|server|client|test)\/.*\.(ts|vue)$/.test(path))
const written = sources.filter((path) => !path.endsWith('.gen.ts'))

interface Import {
  readonly from: string
  /** A package, or the path of a file of the project. */
  readonly to: string
  readonly typeOnly: boolean
}

const imports: Import[] = sources.flatMap((from) =>
  [
    ...read(from).matchAll(
      /^\s*(import|export)\s+(type\s)?[^'"`;]*?from\s+'([^']+)'|import\('([^']+)'\)/gm,
    ),
  ].map((match) => {
    const target = match[3] ?? match[4]!
    return {
      from,
      to: target.startsWith('.') ? normalize(join(dirname(from), target)) : target,
      typeOnly: match[2] !== undefined,
    }
  }),
)

/** Imports that match, as "from → to". */
const arrows = (wrong: (arrow: Import) => boolean): string[] =>
  imports.filter(wrong).map(({ from, to }) => `${from} → ${to}`)
const isTest = (path: string): boolean => path.startsWith('test/') || path.endsWith('.test.ts')
const inFolder = (path: string, ...folders: string[]): boolean =>
  folders.some((folder) => path.startsWith(`${folder}/`))

describe('packages', () => {
  it('stand at the top level, with nothing beside them but what the project says', () => {
    const top = new Set(
      files.map((path) => path.split('/')[0]!).filter((name) => !name.startsWith('.')),
    )
    expect([...top].toSorted()).toEqual(
      [
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'client',
        'docs',
        'eslint.config.js',
        'knip.json',
        'package.json',
        'pnpm-lock.yaml',
        'pnpm-workspace.yaml',
        'schema',
        'server',
        'test',
        'tsconfig.base.json',
        'vitest.config.ts',
      ].toSorted(),
    )
  })

  it('reach each other by their exports alone', () => {
    const home = (path: string): string => path.split('/')[0]!
    expect(
      arrows(
        ({ from, to }) => /^(\.\.|schema|server|client|test)\//.test(to) && home(from) !== home(to),
      ),
    ).toEqual([])
  })

  it('point client → schema ← server, and test → all', () => {
    expect(arrows(({ from, to }) => inFolder(from, 'schema') && to.startsWith('@andel/'))).toEqual(
      [],
    )
    expect(
      arrows(
        ({ from, to }) => inFolder(from, 'server', 'client') && /^@andel\/(?!schema\/)/.test(to),
      ),
    ).toEqual([])
    expect(arrows(({ to }) => to.startsWith('@andel/test'))).toEqual([])
  })

  it('leave the operations to client and test', () => {
    expect(
      arrows(
        ({ from, to }) => to === '@andel/schema/operations' && !inFolder(from, 'client', 'test'),
      ),
    ).toEqual([])
  })

  it('keep the arithmetic free of packages, Node and browser', () => {
    expect(
      arrows(
        ({ from, to }) =>
          inFolder(from, 'schema/src') &&
          !isTest(from) &&
          !from.endsWith('.gen.ts') &&
          !to.startsWith('schema/'),
      ),
    ).toEqual([])
  })
})

describe('concepts of the server', () => {
  // Each may use those before it. Entities are facts, which relate both ways: importing one is always allowed.
  const order = [
    'scalars',
    'connection',
    'bell', // what processes tell each other
    'person', // accounts, and what each may do
    'access', // who may what
    'audit', // what is done that is no edit of a budget
    'sign-in',
    'api-token',
    'people', // what an administrator does with accounts
    'history', // every accepted edit, chained
    'municipality',
    'population',
    'joint-service',
    'allocation',
    'agreement',
    'budget',
    'remark', // what municipalities note on lines for themselves
    'comment', // what people say to each other about lines
    'live', // what others do, while they do it
    'grounds',
    'chain', // where the log begins, and whether it fits what stands
    'shares', // lines and shares of all budgets: lists, sums and groups
    'table', // any answer as rows
    'views', // saved queries with an address
    'file', // what comes in a file, safely
    'workbook', // a budget as a workbook, and back
    'intake', // budgets from outside
    'statistics', // population figures from statistics offices
    'demo',
  ]
  const concept = (path: string): number => order.indexOf(path.split('/')[2] ?? '')

  it('point one way', () => {
    const wrong = arrows(
      ({ from, to, typeOnly }) =>
        inFolder(from, 'server/src') &&
        !typeOnly &&
        !to.endsWith('.entity.ts') &&
        concept(from) >= 0 &&
        concept(to) > concept(from),
    )
    expect(wrong).toEqual([])
  })

  it('go from resolver to action to entity', () => {
    const isResolver = (path: string): boolean => path.endsWith('.resolver.ts')
    expect(
      arrows(
        ({ from, to, typeOnly }) =>
          inFolder(from, 'server/src') &&
          isResolver(to) &&
          !typeOnly &&
          from !== 'server/src/execution/graphql-schema.ts',
      ),
    ).toEqual([])
    expect(
      arrows(
        ({ from, to, typeOnly }) =>
          from.endsWith('.entity.ts') &&
          to.startsWith('server/') &&
          !typeOnly &&
          !/\.entity\.ts$|scalars|connection\/|enums\.ts$/.test(to),
      ),
    ).toEqual([])
  })
})

describe('concepts of the client', () => {
  it('leave the network to api/', () => {
    const outsideOf =
      (...folders: string[]) =>
      (from: string) =>
        inFolder(from, 'client/src') && !inFolder(from, ...folders)
    const outsideApi = outsideOf('client/src/api')
    expect(arrows(({ from, to }) => to.startsWith('@urql/') && outsideApi(from))).toEqual([])
    // the explorer reads and checks queries in GraphQL, a language; sending them is left to api/ as well
    const outsideExplorer = outsideOf('client/src/api', 'client/src/explorer')
    expect(arrows(({ from, to }) => /^graphql/.test(to) && outsideExplorer(from))).toEqual([])
    const fetching = written.filter(
      (path) =>
        inFolder(path, 'client/src') &&
        !inFolder(path, 'client/src/api') &&
        !isTest(path) &&
        /\bfetch\(|XMLHttpRequest|WebSocket/.test(read(path)),
    )
    expect(fetching).toEqual([])
  })

  it('leave AG Grid to the adapter in grid/ag-grid/', () => {
    expect(
      arrows(
        ({ from, to }) => to.startsWith('ag-grid') && !inFolder(from, 'client/src/grid/ag-grid'),
      ),
    ).toEqual([])
  })

  it('keep domain words out of grid/ and ui/', () => {
    expect(
      arrows(
        ({ from, to }) =>
          inFolder(from, 'client/src/grid', 'client/src/ui') &&
          /client\/src\/(budget|allocation|agreement|population|municipality|joint-service)\//.test(
            to,
          ),
      ),
    ).toEqual([])
  })
})

describe('house style', () => {
  it('keeps a file to one concept', () => {
    const long = written
      .filter((path) => !/\/(text|migrations|vectors)\//.test(path) && !isTest(path))
      .map((path) => ({ path, lines: read(path).split('\n').length }))
      .filter(({ path, lines }) => lines > (path.endsWith('.vue') ? 200 : 250))
    expect(long).toEqual([])
  })

  it('has no room for leftovers', () => {
    expect(
      files.filter(
        (path) =>
          /(^|\/)(utils?|helpers?|services?|repositor(y|ies)|managers?|common)(\/|\.ts$)/.test(
            path,
          ) && !/text\/(sv|en)\/common\.ts$/.test(path),
      ),
    ).toEqual([])
  })

  it('never touches AG Grid Enterprise', () => {
    const manifests = files.filter((path) =>
      /package\.json$|pnpm-(workspace|lock)\.yaml$/.test(path),
    )
    expect(
      [...written, ...manifests].filter(
        (path) => !isTest(path) && read(path).includes('ag-grid-enterprise'),
      ),
    ).toEqual([])
  })

  it('names only paths that exist in its documents', () => {
    const documents = files.filter((path) => path.endsWith('.md'))
    const missing = documents.flatMap((document) =>
      [
        ...read(document).matchAll(
          /`((?:schema|server|client|test|docs)\/[\w./-]+\w)`|\]\((?!https?:|#)([^)#]+)\)/g,
        ),
      ]
        .map((match) => (match[1] ? match[1] : normalize(join(dirname(document), match[2]!))))
        .filter((path) => !existsSync(join(root, path)))
        .map((path) => `${document}: ${path}`),
    )
    expect(missing).toEqual([])
  })
})
