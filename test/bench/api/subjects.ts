import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { startProduct } from '../../product.ts'
import { Visitor } from '../../visitor.ts'
import { type Editor, andelEditor, peerEditor } from './edits.ts'
import { type Session, ask } from './load.ts'
import { type Running, startModule, startPeer } from './servers.ts'
import { type Dialect, type Shape, shapes } from './shapes.ts'

/** A server under measurement. */
export interface Subject {
  readonly name: string
  readonly dialect: Dialect
  readonly running: Running
  /** Changes data before each query; undefined when it shall stay. */
  readonly editor: Editor | undefined
  /** Sent with each request, to all alike; only Andel asks for it. */
  readonly session: Session
}

/** Where everything lies during a run. */
export interface Folder {
  readonly dataDir: string
  readonly peersFile: string
  readonly sqlFile: string
}

/** Every server but the ready bytes, which there is one of for each shape. */
export async function startSubjects(folder: Folder): Promise<Subject[]> {
  const product = await startProduct({ DATA_DIR: folder.dataDir })
  const { headers: session } = await Visitor.by(await product.link('coordinator'))
  const andel = { address: `${product.address}/graphql`, end: () => product.end() }
  const file = { DATABASE_FILE: folder.peersFile }
  const plain = async (name: string, running: Running): Promise<Subject> => ({
    name,
    dialect: 'plain',
    running,
    editor: peerEditor(folder.peersFile),
    session,
  })
  return [
    {
      name: 'Andel',
      dialect: 'andel',
      running: andel,
      editor: andelEditor(join(folder.dataDir, 'andel.sqlite')),
      session,
    },
    { name: 'Andel, unchanged', dialect: 'andel', running: andel, editor: undefined, session },
    await plain('mercurius', await startPeer('mercurius.js', file)),
    await plain('yoga', await startPeer('yoga.js', file)),
    await startPostGraphile(folder, session),
    await plain('naive TypeGraphQL', await startModule('./naive.ts', file)),
  ]
}

async function startPostGraphile({ sqlFile }: Folder, session: Session): Promise<Subject> {
  const postgres = await startPeer('postgres.js', {
    SQL_FILE: sqlFile,
    POSTGRES_PORT: String(await freePort()),
  })
  const server = await startPeer('postgraphile.js', { DATABASE_URL: postgres.address })
  const end = async (): Promise<void> => {
    await server.end()
    await postgres.end()
  }
  // it keeps nothing between queries, so edits would change nothing but the database's own work
  return {
    name: 'PostGraphile',
    dialect: 'postgraphile',
    running: { address: server.address, end },
    editor: undefined,
    session,
  }
}

/** The very bytes that Andel answers with, from `node:http`. */
export async function startReady(andel: Subject, shape: Shape, folder: string): Promise<Subject> {
  const file = join(folder, `${shape}.json`)
  const { session } = andel
  writeFileSync(file, await ask(andel.running.address, session, shapes[shape].andel))
  const running = await startPeer('ready.js', { ANSWER_FILE: file })
  return { name: 'ready bytes', dialect: 'andel', running, editor: undefined, session }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
