import type { Fault } from '@andel/schema/fault'
import { ref } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Budget } from '../budget/budget.entity.ts'
import type { JointService } from '../joint-service/joint-service.entity.ts'
import type { Batch } from './accept-batch.ts'
import type { ChangeLog } from './change-log.ts'
import type { Change } from './change.entity.ts'
import type { ChangesSince } from './changes-since.ts'
import type { EditConflict } from './edit-conflict.ts'
import { EditProblem } from './edit-problem.ts'

/** What an edit is about: where it stands in the input, and what it touches. */
export interface Touch {
  readonly edit: number
  readonly entity:
    | 'Agreement'
    | 'Budget'
    | 'BudgetLine'
    | 'DistributionKey'
    | 'Participation'
    | 'PopulationFigure'
  readonly entityId: string
}

interface Versioned {
  version: number
}

/** A batch of edits while it is being applied, within its transaction: what it changes, and what speaks against it. */
export class Journal {
  readonly changes: Change[] = []
  readonly problems: EditProblem[] = []
  readonly conflicts: EditConflict[] = []
  /** Which edit touched an entity last, by global id. */
  readonly touchedBy = new Map<string, number>()
  private readonly bumped = new Set<object>()

  constructor(
    readonly em: EntityManager,
    private readonly log: ChangeLog,
    readonly since: ChangesSince,
    private readonly batch: Batch,
    /** What the edits are edits of; undefined when it is no budget. */
    private readonly budget?: Budget,
    /** The joint service that they belong to; undefined for what is nobody's alone. */
    private readonly jointService?: JointService,
  ) {}

  /** Index of the last edit of the batch: what a problem of the whole is put down to. */
  get lastEdit(): number {
    return this.batch.size - 1
  }

  get refused(): boolean {
    return this.problems.length > 0 || this.conflicts.length > 0
  }

  /**
   * Appends a change to the log. A version grows once in a batch, however many fields change; that of what is
   * added ("+") is its first.
   *
   * @param entity - what has the version: what is touched, or what that is part of
   */
  record(touch: Touch, entity: Versioned, field: string, before: unknown, after: unknown): void {
    if (field === '+') this.bumped.add(entity)
    else this.bump(entity)
    this.touchedBy.set(touch.entityId, touch.edit)
    const { key, actor, reason } = this.batch
    const change = this.log.append({
      actor,
      reason,
      batch: key,
      budget: this.budget ? ref(this.budget) : null,
      jointService: this.jointService ? ref(this.jointService) : null,
      entity: touch.entity,
      entityId: touch.entityId,
      version: entity.version,
      field,
      before,
      after,
    })
    this.changes.push(change)
  }

  /** Gives an entity its next version, once in a batch. */
  bump(entity: Versioned): void {
    if (this.bumped.has(entity)) return
    this.bumped.add(entity)
    entity.version += 1
  }

  /**
   * Notes why an edit cannot be applied.
   *
   * @param budget - what stands in the way, when the edit is of something that several budgets rest on
   */
  refuse(
    touch: Pick<Touch, 'edit'> & Partial<Touch>,
    field: string | null,
    fault: Fault,
    budget?: Budget,
  ): void {
    this.problems.push(new EditProblem(touch.edit, touch.entityId ?? null, field, fault, budget))
  }

  /**
   * Whether a field was changed by somebody since the version that the edit was based on. If so, the
   * conflict is noted, unless both wanted the same. The field "-", the whole entity, is stale by any change.
   */
  isStale(
    touch: Touch,
    basedOnVersion: number,
    entity: Versioned,
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
      actor: change.actor,
      changedAt: change.at,
    })
    return true
  }
}

/** Values as the log keeps them are plain JSON, so their texts tell whether they are the same. */
export function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
