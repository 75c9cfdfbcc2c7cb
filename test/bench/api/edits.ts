import { DatabaseSync } from 'node:sqlite'

/** Edits made behind a server's back, as another process would: each changes one amount. Synchronous writing is off. */
export interface Editor {
  edit(): void
  close(): void
}

/** Edits Andel's own database: a line of some budget, and the change that tells of it. */
export function andelEditor(file: string): Editor {
  const database = open(file)
  const lines = database
    .prepare(
      'select l.id, l.budget_id as budget, b.joint_service_id as service from budget_line l join budget b on b.id = l.budget_id where b.year >= 2030',
    )
    .all() as { id: string; budget: string; service: string }[]
  const write = database.prepare(
    'update budget_line set amount = amount + 100, version = version + 1 where id = ?',
  )
  const log = database.prepare(
    `insert into change (at, actor, budget_id, joint_service_id, entity, entity_id, version, field, before, after, batch)
     values (0, 'bench', ?, ?, 'BudgetLine', ?, 0, 'amount', null, null, 'bench')`,
  )
  return editing(database, lines, ({ id, budget, service }) => {
    write.run(id)
    log.run(budget, service, id)
  })
}

/** Edits the rows that the peers have. */
export function peerEditor(file: string): Editor {
  const database = open(file)
  const lines = database.prepare('select id from budget_line').all() as { id: number }[]
  const write = database.prepare('update budget_line set amount = amount + 100 where id = ?')
  return editing(database, lines, ({ id }) => write.run(id))
}

function open(file: string): DatabaseSync {
  const database = new DatabaseSync(file)
  for (const pragma of ['journal_mode = wal', 'synchronous = off', 'busy_timeout = 10000'])
    database.exec(`pragma ${pragma}`)
  return database
}

function editing<Line>(
  database: DatabaseSync,
  lines: readonly Line[],
  write: (line: Line) => void,
): Editor {
  let next = 0
  return {
    edit() {
      database.exec('begin immediate')
      write(lines[(next += 977) % lines.length]!)
      database.exec('commit')
    },
    close: () => database.close(),
  }
}
