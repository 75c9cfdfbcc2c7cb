import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import DataLoader from 'dataloader'
import type { Actor } from './access/actor.ts'
import { readable } from './access/readable.ts'
import { Agreement } from './agreement/agreement.entity.ts'
import { Participation } from './agreement/participation.entity.ts'
import { DistributionKey } from './allocation/distribution-key.entity.ts'
import { Budget } from './budget/budget.entity.ts'
import { loadTimes, loadVersions } from './budget/past/load-versions.ts'
import type { Sheet } from './budget/sheet.ts'
import type { SheetShelf } from './budget/sheet-shelf.ts'
import { maySetFigures } from './agreement/may-set-figures.ts'
import type { Comment } from './comment/comment.entity.ts'
import type { CommentThread } from './comment/comment-thread.entity.ts'
import { loadMentionable } from './comment/load-mentionable.ts'
import { loadComments, loadThreads } from './comment/load-threads.ts'
import type { BudgetVersion } from './history/budget-version.entity.ts'
import { JointService } from './joint-service/joint-service.entity.ts'
import { loadByIds } from './connection/load-by-ids.ts'
import { type Account, loadAccounts } from './people/load-accounts.ts'
import { type ActorName, loadNames } from './person/load-names.ts'
import type { Person } from './person/person.entity.ts'
import { loadRevisions } from './population/load-revisions.ts'
import type { PopulationFigure } from './population/population-figure.entity.ts'
import { loadRemarks } from './remark/load-remarks.ts'
import type { Remark } from './remark/remark.entity.ts'

/** Reads of one request, batched. */
export interface Loaders {
  /** Who did something, by own id as it is kept with what was done. */
  readonly names: DataLoader<string, ActorName>
  /** What goes with a person, by own id. */
  readonly accounts: DataLoader<string, Account>
  /** A budget with everything its figures follow from, by its sheet key. */
  readonly sheets: DataLoader<string, Sheet>
  /** All revisions of the municipality and date of a figure, oldest first. */
  readonly revisions: DataLoader<PopulationFigure, PopulationFigure[]>
  /** On lines, those that the actor may see; by own id of the line. */
  readonly remarks: DataLoader<string, Remark[]>
  /** What is said in a budget, the oldest thread first; by the budget's own id. */
  readonly commentThreads: DataLoader<string, CommentThread[]>
  /** In a thread, in the order of writing; by its own id. */
  readonly comments: DataLoader<string, Comment[]>
  /** Who can be named in the budgets of a joint service, by name; by its own id. */
  readonly mentionable: DataLoader<string, Person[]>
  /** Whether the actor may set the numbers of inhabitants of a municipality, by its code. */
  readonly settable: DataLoader<string, boolean>
  /** Named versions of a budget, the newest first; by the budget's own id. */
  readonly budgetVersions: DataLoader<string, BudgetVersion[]>
  /** When a change was accepted, by its sequence; null when there is none. */
  readonly acceptedAt: DataLoader<number, Date | null>
  readonly jointServices: DataLoader<string, JointService>
  readonly budgetById: DataLoader<string, Budget>
  readonly keys: DataLoader<string, DistributionKey>
  readonly agreement: DataLoader<string, Agreement>
  /** Of a joint service, those that the actor may see, the newest first. */
  readonly agreements: DataLoader<string, Agreement[]>
  /** Of an agreement, by municipality code. */
  readonly participations: DataLoader<string, Participation[]>
  /** Of a municipality, those that the actor may see, by first day; by its code. */
  readonly participationsOf: DataLoader<string, Participation[]>
  /** Of a joint service, those that the actor may see, the newest year first. */
  readonly budgets: DataLoader<string, Budget[]>
}

/** Loaders for one request; what it reads comes from `em`. */
export function createLoaders(em: EntityManager, shelf: SheetShelf, actor: Actor): Loaders {
  return {
    names: new DataLoader((ids) => loadNames(em, ids)),
    accounts: new DataLoader((ids) => loadAccounts(em, ids)),
    sheets: new DataLoader((ids) => shelf.load(em, ids)),
    revisions: new DataLoader((figures) => loadRevisions(em, figures)),
    remarks: new DataLoader((ids) => loadRemarks(em, actor, ids)),
    commentThreads: new DataLoader((ids) => loadThreads(em, ids)),
    comments: new DataLoader((ids) => loadComments(em, ids)),
    mentionable: new DataLoader((ids) => loadMentionable(em, ids)),
    settable: new DataLoader((codes) => maySetFigures(em, actor, codes)),
    budgetVersions: new DataLoader((ids) => loadVersions(em, ids)),
    acceptedAt: new DataLoader((sequences) => loadTimes(em, sequences)),
    jointServices: new DataLoader((ids) => loadByIds(em, JointService, ids)),
    budgetById: new DataLoader((ids) => loadByIds(em, Budget, ids)),
    keys: new DataLoader((ids) => loadByIds(em, DistributionKey, ids)),
    agreement: new DataLoader((ids) => loadByIds(em, Agreement, ids)),
    agreements: new DataLoader(async (ids) => {
      const found = await em.find(
        Agreement,
        { $and: [{ jointService: { $in: [...ids] } }, readable(actor, 'jointService')] },
        { orderBy: { validFrom: 'desc' } },
      )
      return grouped(ids, found, (agreement) => agreement.jointService.id)
    }),
    participations: new DataLoader(async (ids) => {
      const found = await em.find(
        Participation,
        { agreement: { $in: [...ids] } },
        { orderBy: { municipality: 'asc', fromDate: 'asc' } },
      )
      return grouped(ids, found, (participation) => participation.agreement.id)
    }),
    participationsOf: new DataLoader(async (codes) => {
      const found = await em.find(
        Participation,
        { municipality: { $in: [...codes] }, ...readable(actor, 'agreement', 'jointService') },
        { orderBy: { fromDate: 'asc', id: 'asc' } },
      )
      return grouped(codes, found, (participation) => participation.municipality.code)
    }),
    budgets: new DataLoader(async (ids) => {
      const found = await em.find(
        Budget,
        { $and: [{ jointService: { $in: [...ids] } }, readable(actor, 'jointService')] },
        { orderBy: { year: 'desc' } },
      )
      return grouped(ids, found, (budget) => budget.jointService.id)
    }),
  }
}

function grouped<T>(ids: readonly string[], rows: readonly T[], idOf: (row: T) => string): T[][] {
  const byId = Map.groupBy(rows, idOf)
  return ids.map((id) => byId.get(id) ?? [])
}
