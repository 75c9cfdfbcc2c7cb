import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Migrator } from '@mikro-orm/migrations'
import { MikroORM, type Options } from '@mikro-orm/sqlite'
import { Agreement } from './agreement/agreement.entity.ts'
import { Participation } from './agreement/participation.entity.ts'
import { DistributionKey } from './allocation/distribution-key.entity.ts'
import { BudgetLine } from './budget/budget-line.entity.ts'
import { Budget } from './budget/budget.entity.ts'
import type { Config } from './config.ts'
import { ApiToken } from './api-token/api-token.entity.ts'
import { AuditEntry } from './audit/audit-entry.entity.ts'
import { AcceptedBatch } from './history/accepted-batch.entity.ts'
import { Change } from './history/change.entity.ts'
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
  ReachedBudget,
  AcceptedBatch,
  ServerSecret,
  Person,
  Grant,
  Session,
  Invitation,
  ApiToken,
  AuditEntry,
  Installation,
  SavedView,
  BudgetFiguresCopy,
  LineFiguresCopy,
  CostShareCopy,
]

/** The database as the entities see it; `file` may be ":memory:". */
function ormOptions(file: string): Options {
  return {
    entities,
    dbName: file,
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, silent: true },
  }
}

/** Opens the database, creating and migrating it where needed. */
export async function openDatabase(
  config: Pick<Config, 'dataDir' | 'databaseUrl'>,
): Promise<MikroORM> {
  const file =
    config.databaseUrl?.replace(/^sqlite:(\/\/)?/, '') ?? join(config.dataDir, 'andel.sqlite')
  if (file !== ':memory:') await mkdir(dirname(file), { recursive: true })
  const orm = await MikroORM.init(ormOptions(file))
  for (const pragma of ['journal_mode = wal', 'synchronous = full', 'busy_timeout = 5000']) {
    await orm.em.getConnection().execute(`pragma ${pragma}`)
  }
  await orm.migrator.up()
  return orm
}
