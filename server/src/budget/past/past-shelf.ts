import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { LRUCache } from 'lru-cache'
import pLimit from 'p-limit'
import type { DataVersion } from '../../execution/data-version.ts'
import type { Sheet } from '../sheet.ts'
import { loadPastSheet } from './load-past-sheet.ts'
import { readPastKey } from './sheet-key.ts'

/** Lines of the past budgets that are kept, with their shares. */
const keptLines = 10_000

/** Budgets as they were, kept between requests with their figures: what was, stays. Sheets are read-only. */
export class PastShelf {
  private readonly kept = new LRUCache<string, Sheet>({
    maxSize: keptLines,
    sizeCalculation: ({ lines }) => lines.length + 1,
  })

  /** One is made at a time, and others have their turn in between: to make one takes the whole process. */
  private readonly turns = pLimit(1)

  constructor(private readonly dataVersion: DataVersion) {}

  /** By sheet key; a `NOT_FOUND` when there was no budget then. */
  async load(em: EntityManager, key: string): Promise<Sheet | Error> {
    return this.kept.get(key) ?? this.turns(() => this.make(em, key))
  }

  private async make(em: EntityManager, key: string): Promise<Sheet | Error> {
    const kept = this.kept.get(key)
    if (kept) return kept
    await new Promise(setImmediate)
    const { id, sequence } = readPastKey(key)
    const { value } = await this.dataVersion.read(em, (own) => loadPastSheet(own, id, sequence))
    if (!(value instanceof Error)) this.kept.set(key, value)
    return value
  }
}
