import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Actor } from './access/actor.ts'
import type { SheetShelf } from './budget/sheet-shelf.ts'
import type { Bell } from './bell/bell.ts'
import type { AuditLog } from './audit/audit-log.ts'
import type { Cost } from './execution/cost.ts'
import type { Directory } from './municipality/directory.ts'
import type { PopulationShelf, Populations } from './population/population-shelf.ts'
import type { Live } from './live/live.ts'
import type { InstallationState } from './sign-in/installation-state.ts'
import type { Offices } from './statistics/ask-office.ts'
import { createLoaders, type Loaders } from './loaders.ts'

/** What one request works with. */
export interface RequestContext extends Loaders {
  readonly em: EntityManager
  readonly directory: Directory
  readonly populations: Populations
  /** Budgets that are kept between requests. */
  readonly shelf: SheetShelf
  /** Statistics offices that may be asked. */
  readonly offices: Offices
  readonly installation: InstallationState
  /** Who is asking. */
  readonly actor: Actor
  /** What the operation costs; known before it is carried out. */
  cost?: Cost
  readonly audit: AuditLog
  /** Tells other processes, and whoever listens, what has been stored. */
  readonly bell: Bell
  /** What this process tells those who listen. */
  readonly live: Live
  /** To be called when people, grants, sessions or tokens have changed: who asks next is looked up anew. */
  forgetRights(): void
  /** Drops all that was read: a mutation has changed it, and another may follow in the same request. */
  forget(): void
}

/** What is kept between requests. */
export interface Kept {
  readonly directory: Directory
  readonly populations: PopulationShelf
  readonly sheets: SheetShelf
  readonly offices: Offices
  readonly installation: InstallationState
  readonly audit: AuditLog
  readonly bell: Bell
  readonly live: Live
  forgetRights(): void
}

/**
 * Made anew for each request, so it makes nothing before it is used: a request that is answered from what is kept needs no
 * entity manager and no loaders.
 */
class Context implements RequestContext {
  cost?: Cost
  private madeEm: EntityManager | undefined
  private madeLoaders: Loaders | undefined
  private madePopulations: Populations | undefined

  constructor(
    private readonly base: EntityManager,
    private readonly kept: Kept,
    readonly actor: Actor,
  ) {}

  get em(): EntityManager {
    return (this.madeEm ??= this.base.fork())
  }
  get directory(): Directory {
    return this.kept.directory
  }
  get populations(): Populations {
    return (this.madePopulations ??= this.kept.populations.reader(this.base))
  }
  get offices(): Offices {
    return this.kept.offices
  }
  get installation(): InstallationState {
    return this.kept.installation
  }
  get audit(): AuditLog {
    return this.kept.audit
  }
  get bell(): Bell {
    return this.kept.bell
  }
  get live(): Live {
    return this.kept.live
  }

  get names(): Loaders['names'] {
    return this.loaders.names
  }
  get accounts(): Loaders['accounts'] {
    return this.loaders.accounts
  }
  get shelf(): SheetShelf {
    return this.kept.sheets
  }
  get sheets(): Loaders['sheets'] {
    return this.loaders.sheets
  }
  get revisions(): Loaders['revisions'] {
    return this.loaders.revisions
  }
  get remarks(): Loaders['remarks'] {
    return this.loaders.remarks
  }
  get commentThreads(): Loaders['commentThreads'] {
    return this.loaders.commentThreads
  }
  get comments(): Loaders['comments'] {
    return this.loaders.comments
  }
  get mentionable(): Loaders['mentionable'] {
    return this.loaders.mentionable
  }
  get settable(): Loaders['settable'] {
    return this.loaders.settable
  }
  get budgetVersions(): Loaders['budgetVersions'] {
    return this.loaders.budgetVersions
  }
  get acceptedAt(): Loaders['acceptedAt'] {
    return this.loaders.acceptedAt
  }
  get jointServices(): Loaders['jointServices'] {
    return this.loaders.jointServices
  }
  get budgetById(): Loaders['budgetById'] {
    return this.loaders.budgetById
  }
  get keys(): Loaders['keys'] {
    return this.loaders.keys
  }
  get agreement(): Loaders['agreement'] {
    return this.loaders.agreement
  }
  get agreements(): Loaders['agreements'] {
    return this.loaders.agreements
  }
  get participations(): Loaders['participations'] {
    return this.loaders.participations
  }
  get participationsOf(): Loaders['participationsOf'] {
    return this.loaders.participationsOf
  }
  get budgets(): Loaders['budgets'] {
    return this.loaders.budgets
  }

  private get loaders(): Loaders {
    return (this.madeLoaders ??= createLoaders(this.em, this.kept.sheets, this.actor))
  }

  forgetRights(): void {
    this.kept.forgetRights()
  }

  forget(): void {
    this.madeEm?.clear()
    this.madeLoaders = undefined
    this.madePopulations = undefined
  }
}

/** @param em - of which a request gets a fork of its own */
export function createContext(em: EntityManager, kept: Kept, actor: Actor): RequestContext {
  return new Context(em, kept, actor)
}
