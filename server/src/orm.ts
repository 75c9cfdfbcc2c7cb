import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Migrator } from '@mikro-orm/migrations'
import { MikroORM, type Options } from '@mikro-orm/sqlite'
import { Agreement } from './agreement/agreement.entity.ts'
import { Participation } from './agreement/participation.entity.ts'
import { DistributionKey } from './allocation/distribution-key.entity.ts'
import { BudgetLine } from './budget/budget-line.entity.ts'
import { Budget } from './budget/budget.entity.ts'
import { type Config, ConfigError } from './config.ts'
import { ApiToken } from './api-token/api-token.entity.ts'
import { AuditEntry } from './audit/audit-entry.entity.ts'
import { CommentThread } from './comment/comment-thread.entity.ts'
import { Comment } from './comment/comment.entity.ts'
import { AcceptedBatch } from './history/accepted-batch.entity.ts'
import { BaseFact } from './history/base-fact.entity.ts'
import { BudgetVersion } from './history/budget-version.entity.ts'
import { Change } from './history/change.entity.ts'
import { HistoryHead } from './history/history-head.entity.ts'
import { ReachedBudget } from './history/reached-budget.entity.ts'
import { JointService } from './joint-service/joint-service.entity.ts'
import { migrations } from './migrations/index.ts'
import { County } from './municipality/county.entity.ts'
import { Municipality } from './municipality/municipality.entity.ts'
import { Grant } from './person/grant.entity.ts'
import { Person } from './person/person.entity.ts'
import { PopulationFigure } from './population/population-figure.entity.ts'
import { Remark } from './remark/remark.entity.ts'
import { BudgetFiguresCopy } from './shares/budget-figures.entity.ts'
import { CostShareCopy } from './shares/cost-share.entity.ts'
import { LineFiguresCopy } from './shares/line-figures.entity.ts'
import { Installation } from './sign-in/installation.entity.ts'
import { Invitation } from './sign-in/invitation.entity.ts'
import { UsedSignIn } from './sign-in/oidc/used-sign-in.entity.ts'
import { Session } from './sign-in/session.entity.ts'
import { ServerSecret } from './workbook/server-secret.entity.ts'
import { SavedView } from './views/saved-view.entity.ts'

/** Everything that is stored. */
export const entities = [
  County,
  Municipality,
  PopulationFigure,
  JointService,
  DistributionKey,
  Agreement,
  Participation,
  Budget,
  BudgetLine,
  Remark,
  Change,
  HistoryHead,
  BaseFact,
  ReachedBudget,
  AcceptedBatch,
  BudgetVersion,
  CommentThread,
  Comment,
  ServerSecret,
  Person,
  Grant,
  Session,
  Invitation,
  UsedSignIn,
  ApiToken,
  AuditEntry,
  Installation,
  SavedView,
  BudgetFiguresCopy,
  LineFiguresCopy,
  CostShareCopy,
]

/** The database as the entities see it; `file` may be ":memory:". */
function ormOptions(file: string, history: typeof migrations): Options {
  return {
    entities,
    dbName: file,
    extensions: [Migrator],
    migrations: { migrationsList: history, snapshot: false, silent: true },
  }
}

/** Where the database is; ":memory:" for none that is kept. */
export function databaseFile({ dataDir, databaseUrl }: DatabasePlace): string {
  return databaseUrl?.replace(/^sqlite:(\/\/)?/, '') ?? join(dataDir, 'andel.sqlite')
}

type DatabasePlace = Pick<Config, 'dataDir' | 'databaseUrl'>

/** Opens the database, creating and migrating it where needed. */
export async function openDatabase(config: DatabasePlace): Promise<MikroORM> {
  const file = databaseFile(config)
  if (file !== ':memory:') await mkdir(dirname(file), { recursive: true })
  const orm = await connectDatabase(file)
  await migrate(orm)
  return orm
}

/** Opens the database as it is. @param history - migrations there are, oldest first */
export async function connectDatabase(file: string, history = migrations): Promise<MikroORM> {
  const orm = await MikroORM.init(ormOptions(file, history))
  for (const pragma of ['journal_mode = wal', 'synchronous = full', 'busy_timeout = 5000']) {
    await orm.em.getConnection().execute(`pragma ${pragma}`)
  }
  return orm
}

/**
 * Brings the schema up to date: all of it or nothing, wherever it is interrupted.
 *
 * @returns how many migrations were carried out
 * @throws {ConfigError} when the database has been used by a newer Andel
 */
export async function migrate(orm: MikroORM): Promise<number> {
  await refuseNewer(orm)
  const connection = orm.em.getConnection()
  const pending = await orm.migrator.getPending()
  if (pending.length === 0) return 0
  // A table that is made anew is dropped first, which with the keys on would drop what refers to it. In a transaction the
  // setting has no effect, so it is made before, and the references are looked through at the end.
  await connection.execute('pragma foreign_keys = off')
  try {
    await orm.em.fork().transactional(async (em) => {
      await orm.migrator.up({ transaction: em.getTransactionContext() })
      const dangling = await em.execute('pragma foreign_key_check')
      if (dangling.length > 0) throw new Error('A migration left references to nothing behind.')
    })
  } finally {
    await connection.execute('pragma foreign_keys = on')
  }
  return pending.length
}

async function refuseNewer({ em, config, migrator }: MikroORM): Promise<void> {
  const history = config.get('migrations').migrationsList as typeof migrations
  const known = new Set(history.map((Made) => new Made(em.getDriver(), config).name))
  const unknown = (await migrator.getExecuted()).find(({ name }) => !known.has(name))
  if (unknown) {
    throw new ConfigError(
      `the database has been used by a newer Andel, which made the change ${unknown.name} to it. Use that version, or restore a backup.`,
    )
  }
}
