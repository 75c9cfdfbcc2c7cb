import { sql } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { LRUCache } from 'lru-cache'
import type { DataVersion } from '../execution/data-version.ts'
import { newestSequences } from '../history/newest-sequences.ts'
import { Budget } from './budget.entity.ts'
import { loadSheets } from './load-sheets.ts'
import { PastShelf } from './past/past-shelf.ts'
import { isOfPast } from './past/sheet-key.ts'
import { plainLine } from './plain-line.ts'
import type { Sheet } from './sheet.ts'

/** Lines of the budgets that are kept, with their shares and entities: some 50 MB. */
const keptLines = 30_000

interface Kept {
  readonly sheet: Sheet
  /** The data version at which the sheet was last known to be right. */
  checkedAt: string
}

/**
 * Budgets as they were last read, kept between requests with their figures: a budget is read and calculated again only when
 * its newest change, or the version of its agreement, is another. Sheets are read-only, so requests may share them.
 */
export class SheetShelf {
  private readonly kept = new LRUCache<string, Kept>({
    maxSize: keptLines,
    sizeCalculation: ({ sheet }) => sheet.lines.length + 1,
  })

  private readonly past: PastShelf

  constructor(private readonly dataVersion: DataVersion) {
    this.past = new PastShelf(dataVersion)
  }

  /**
   * Budgets by sheet key, in the order of the keys: as they are, or as they were. A key without a budget gives a `NOT_FOUND`
   * in its place.
   */
  async load(em: EntityManager, keys: readonly string[]): Promise<(Sheet | Error)[]> {
    const past = keys.filter(isOfPast)
    if (past.length === 0) return this.loadPresent(em, keys)
    const present = keys.filter((key) => !isOfPast(key))
    const sheets = present.length > 0 ? await this.loadPresent(em, present) : []
    const found = new Map(present.map((key, index) => [key, sheets[index]!]))
    for (const key of past) found.set(key, await this.past.load(em, key))
    return keys.map((key) => found.get(key)!)
  }

  /** What is kept of a budget, when it is as it stands for a transaction that holds the log; undefined when it must be read. */
  async standing(tx: EntityManager, id: string): Promise<Sheet | undefined> {
    const sheet = this.kept.get(id)?.sheet
    if (!sheet) return undefined
    const newest = (await newestSequences(tx, [id])).get(id) ?? 0
    const agreement = (await agreementVersions(tx, [id])).get(id)
    return sheet.sequence === newest && sheet.agreement.version === agreement ? sheet : undefined
  }

  /** Keeps a budget as an edit has left it. It is looked at once more before it is given to anybody. */
  keep(sheet: Sheet): void {
    this.kept.set(sheet.budget.id, { sheet, checkedAt: 'doubtful' })
  }

  private async loadPresent(em: EntityManager, ids: readonly string[]): Promise<(Sheet | Error)[]> {
    const version = await this.dataVersion.now()
    await this.check(em, ids, version)
    const found = new Map<string, Sheet | Error>()
    for (const id of ids) {
      const kept = this.kept.get(id)
      if (kept && kept.checkedAt === version) found.set(id, kept.sheet)
    }
    const missing = ids.filter((id) => !found.has(id))
    const read = await this.read(em, missing)
    return ids.map((id) => found.get(id) ?? read.get(id)!)
  }

  /** Tells which of the kept sheets are right still. No statement when nothing at all has changed. */
  private async check(
    em: EntityManager,
    ids: readonly string[],
    version: string | undefined,
  ): Promise<void> {
    if (version === undefined) return
    const doubtful = ids.filter((id) => {
      const kept = this.kept.peek(id)
      return kept && kept.checkedAt !== version
    })
    if (doubtful.length === 0) return
    const sequences = await newestSequences(em, doubtful)
    const agreements = await agreementVersions(em, doubtful)
    for (const id of doubtful) {
      const kept = this.kept.peek(id)
      if (!kept) continue
      const { sheet } = kept
      const same =
        sheet.sequence === (sequences.get(id) ?? 0) &&
        sheet.agreement.version === agreements.get(id)
      if (same) kept.checkedAt = version
      else this.kept.delete(id)
    }
  }

  /** All as they stood at one moment, whatever was edited while they were read. */
  private async read(
    em: EntityManager,
    ids: readonly string[],
  ): Promise<Map<string, Sheet | Error>> {
    if (ids.length === 0) return new Map()
    const { value: sheets, version } = await this.dataVersion.read(em, async (own) =>
      (await loadSheets(own, ids)).map((sheet) =>
        sheet instanceof Error ? sheet : { ...sheet, lines: sheet.lines.map(plainLine) },
      ),
    )
    for (const [index, sheet] of sheets.entries()) {
      if (version !== undefined && !(sheet instanceof Error))
        this.kept.set(ids[index]!, { sheet, checkedAt: version })
    }
    return new Map(ids.map((id, index) => [id, sheets[index]!]))
  }
}

/** By the budget's own id. */
async function agreementVersions(
  em: EntityManager,
  budgetIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await em
    .createQueryBuilder(Budget, 'b')
    .select(['b.id', sql`a.version`.as('version')])
    .join('b.agreement', 'a')
    .where({ id: { $in: [...budgetIds] } })
    .execute<{ id: string; version: number }[]>('all')
  return new Map(rows.map(({ id, version }) => [id, Number(version)]))
}
