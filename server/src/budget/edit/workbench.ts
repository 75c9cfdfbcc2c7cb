import { Fault, type FaultCode } from '@andel/schema/fault'
import type { ChangeLog } from '../../history/change-log.ts'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { DistributionKey } from '../../allocation/distribution-key.entity.ts'
import { ownIdIfAny, toGlobalId } from '../../connection/global-id.ts'
import type { Batch } from '../../history/accept-batch.ts'
import type { Change } from '../../history/change.entity.ts'
import type { ChangesSince } from '../../history/changes-since.ts'
import { Journal, type Touch } from '../../history/journal.ts'
import type { BudgetLine } from '../budget-line.entity.ts'
import type { FigureBook } from '../../population/figure-book.ts'
import type { Sheet } from '../sheet.ts'

/** What edits of a budget need to know of the log and of the figures. */
interface Loaded {
  readonly since: ChangesSince
  /** The last removal of each line that the batch brings back, by global id. */
  readonly removals: ReadonlyMap<string, Change>
  readonly figures: FigureBook
}

/**
 * A budget while a batch of edits is being applied to it: the entities as the edits leave them, beside the
 * journal of what was done.
 */
export class Workbench extends Journal {
  readonly lines: Map<string, BudgetLine>
  /** The lines in the order of the sheet as it now is; their places sort in it. */
  order: readonly BudgetLine[]
  readonly keys: Map<string, DistributionKey>
  /** Codes of those who take part. */
  readonly participants: ReadonlySet<string>
  readonly removals: ReadonlyMap<string, Change>
  readonly figures: FigureBook

  constructor(
    em: EntityManager,
    log: ChangeLog,
    readonly before: Sheet,
    { since, removals, figures }: Loaded,
    batch: Batch,
  ) {
    super(em, log, since, batch, before.budget, before.jointService)
    this.removals = removals
    this.figures = figures
    this.order = before.lines
    this.lines = new Map(before.lines.map((line) => [line.id, line]))
    this.keys = new Map(before.keys)
    this.participants = new Set(before.municipalities.keys())
  }

  /** The line that an edit is about. Undefined, and noted, when there is none or it never had that version. */
  lineToEdit(edit: number, based: { lineId: string; version: number }): BudgetLine | undefined {
    const line = this.lines.get(ownIdIfAny(based.lineId, 'BudgetLine') ?? '')
    return this.known(edit, based.lineId, line, based.version, 'LINE_REMOVED')
  }

  /** The same for a key. */
  keyToEdit(edit: number, based: { keyId: string; version: number }): DistributionKey | undefined {
    const key = this.keys.get(ownIdIfAny(based.keyId, 'DistributionKey') ?? '')
    return this.known(edit, based.keyId, key, based.version, 'UNKNOWN_KEY')
  }

  private known<T extends { version: number }>(
    edit: number,
    entityId: string,
    entity: T | undefined,
    version: number,
    missing: FaultCode,
  ): T | undefined {
    if (entity && version >= 1 && version <= entity.version) return entity
    const fault = entity ? new Fault('UNKNOWN_VERSION', { version }) : new Fault(missing)
    this.refuse({ edit, entityId }, entity ? 'version' : null, fault)
    return undefined
  }

  lineTouch(edit: number, line: BudgetLine): Touch {
    return { edit, entity: 'BudgetLine', entityId: toGlobalId('BudgetLine', line.id) }
  }
}

/** What an edit of a key touches. */
export function keyTouch(edit: number, key: DistributionKey): Touch {
  return { edit, entity: 'DistributionKey', entityId: key.globalId }
}
