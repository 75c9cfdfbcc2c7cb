import { Fault, type FaultCode } from '@andel/schema/fault'
import type { EntityManager } from '@mikro-orm/sqlite'
import type { DistributionKey } from '../../allocation/distribution-key.entity.ts'
import { ownIdIfAny, toGlobalId } from '../../connection/global-id.ts'
import { Change } from '../../history/change.entity.ts'
import type { PopulationFigure } from '../../population/population-figure.entity.ts'
import type { BudgetLine } from '../budget-line.entity.ts'
import type { Sheet } from '../sheet.ts'
import type { ChangesSince } from './changes-since.ts'
import { type EditConflict, EditProblem } from './edit-payload.ts'

/** What an edit is about: where it stands in the input, and what it touches. */
export interface Touch {
  readonly edit: number
  readonly entity: 'BudgetLine' | 'DistributionKey' | 'PopulationFigure' | 'Budget'
  readonly entityId: string
}

interface Batch {
  readonly key: string
  readonly actor: string
  readonly at: Date
  readonly reason: string | null
}

/**
 * A budget while a batch of edits is being applied to it, within its transaction: the entities, what has
 * been changed so far, and what speaks against the batch.
 */
export class Workbench {
  readonly lines: Map<string, BudgetLine>
  /** The lines in the order of the sheet as it now is; their places sort in it. */
  order: readonly BudgetLine[]
  readonly keys: Map<string, DistributionKey>
  readonly populations: PopulationFigure[]
  /** Codes of those who take part. */
  readonly participants: ReadonlySet<string>
  readonly changes: Change[] = []
  readonly problems: EditProblem[] = []
  readonly conflicts: EditConflict[] = []
  /** Which edit touched an entity last, by global id. */
  readonly touchedBy = new Map<string, number>()
  private readonly bumped = new Set<object>()

  constructor(
    readonly em: EntityManager,
    readonly before: Sheet,
    readonly since: ChangesSince,
    /** The last removal of each line that the batch brings back, by global id. */
    readonly removals: ReadonlyMap<string, Change>,
    private readonly batch: Batch,
    editCount: number,
  ) {
    this.lastEdit = editCount - 1
    this.order = before.lines
    this.lines = new Map(before.lines.map((line) => [line.id, line]))
    this.keys = new Map(before.keys)
    this.populations = [...before.populations]
    this.participants = new Set(before.municipalities.keys())
  }

  /** Index of the last edit of the batch: what a problem of the whole is put down to. */
  readonly lastEdit: number

  get refused(): boolean {
    return this.problems.length > 0 || this.conflicts.length > 0
  }

  /** Appends a change to the log. An entity's version grows once in a batch, however many of its fields change. */
  record(
    touch: Touch,
    entity: { version: number },
    field: string,
    before: unknown,
    after: unknown,
  ): void {
    if (!this.bumped.has(entity)) {
      this.bumped.add(entity)
      if (field !== '+') entity.version += 1
    }
    this.touchedBy.set(touch.entityId, touch.edit)
    const { key, actor, at, reason } = this.batch
    const change = this.em.create(Change, {
      at,
      actor,
      reason,
      batch: key,
      budget: this.before.budget,
      entity: touch.entity,
      entityId: touch.entityId,
      version: entity.version,
      field,
      before,
      after,
    })
    this.changes.push(change)
  }

  /** Notes why an edit cannot be applied. */
  refuse(touch: Pick<Touch, 'edit'> & Partial<Touch>, field: string | null, fault: Fault): void {
    this.problems.push(new EditProblem(touch.edit, touch.entityId ?? null, field, fault))
  }

  /**
   * Whether a field was changed by somebody since the version that the edit was based on. If so, the
   * conflict is noted, unless both wanted the same. The field "-", the whole entity, is stale by any change.
   */
  isStale(
    touch: Touch,
    basedOnVersion: number,
    entity: { version: number },
    field: string,
    current: unknown,
    yours: unknown,
  ): boolean {
    const change = this.since.newest(
      touch.entityId,
      field === '-' ? undefined : field,
      basedOnVersion,
    )
    if (!change || sameJson(current, yours)) return false
    this.conflicts.push({
      edit: touch.edit,
      entityId: touch.entityId,
      field,
      basedOnVersion,
      currentVersion: entity.version,
      yours,
      current,
      changedBy: change.actor,
      changedAt: change.at,
    })
    return true
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

  keyTouch(edit: number, key: DistributionKey): Touch {
    return { edit, entity: 'DistributionKey', entityId: key.globalId }
  }
}

/** Values as the log keeps them are plain JSON, so their texts tell whether they are the same. */
export function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
