import { Fault } from '@andel/schema/fault'
import type { Language } from '@andel/schema/money'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { DistributionKey } from '../allocation/distribution-key.entity.ts'
import { BudgetState } from '../budget/budget.entity.ts'
import type { Sheet } from '../budget/sheet.ts'
import type { Cell } from '../file/cell.ts'
import { Change } from '../history/change.entity.ts'
import { type CellField, type CellHabits, checkedValue, readField } from './field-cells.ts'
import type { SealedWorkbook } from './seal.ts'
import { type ChangeFacts, WorkbookChangeKind } from './workbook-change.ts'

/** As many as one batch of edits takes. */
const mostChanges = 5000

/** A workbook while it is being compared with the budget as it now stands. */
export class ReadBench {
  readonly changes: ChangeFacts[] = []
  readonly habits: CellHabits
  private readonly lineCheck: {
    readonly keys: Map<string, DistributionKey>
    readonly participants: ReadonlySet<string>
  }

  constructor(
    private readonly em: EntityManager,
    readonly sheet: Sheet,
    readonly sealed: SealedWorkbook,
    language: Language,
  ) {
    const keys = [...sheet.keys.values()]
    this.habits = {
      language,
      keys: new Map(keys.map((key) => [key.name.trim().toLowerCase(), key.globalId])),
    }
    this.lineCheck = {
      keys: new Map(sheet.keys),
      participants: new Set(sheet.municipalities.keys()),
    }
  }

  /** Notes a difference. In a locked budget none is allowed. @throws {Fault} `FILE_TOO_LARGE` for too many */
  note(change: ChangeFacts): void {
    if (this.changes.length >= mostChanges) throw new Fault('FILE_TOO_LARGE', { part: 'changes' })
    const isLocked = this.sheet.budget.state === BudgetState.LOCKED
    const fault = change.fault ?? (isLocked ? new Fault('BUDGET_LOCKED') : undefined)
    this.changes.push(fault ? { ...change, kind: WorkbookChangeKind.NOT_ALLOWED, fault } : change)
  }

  /** The value of a cell as the API gives the field. @throws {Fault} when no line may have it */
  valueOf(field: CellField, cell: Cell): unknown {
    return this.checked(field, readField(field, cell, this.habits))
  }

  /** A value as inputs have it inside → as the API gives the field. @throws {Fault} when no line may have it */
  checked(field: CellField | 'section', value: unknown): unknown {
    return checkedValue(field, value, this.lineCheck)
  }

  /** Who changed something since a version, and when. */
  async whoChanged(
    entityId: string,
    field: string | undefined,
    version: number,
  ): Promise<Pick<ChangeFacts, 'actor' | 'changedAt'>> {
    const change = await this.em.findOne(
      Change,
      { entityId, version: { $gt: version }, ...(field !== undefined && { field }) },
      { orderBy: { sequence: 'desc' } },
    )
    return change ? { actor: change.actor, changedAt: change.at } : {}
  }
}
