import type { Key, MunicipalityCode } from '../allocation/key.ts'
import type { Participant } from '../allocation/participant.ts'
import { prepareSplit, type Split } from '../allocation/split.ts'
import { weigh } from '../allocation/weigh.ts'
import { Fault } from '../fault.ts'
import type { BudgetFacts, LineFacts } from './facts.ts'
import type { LineFigures } from './figures.ts'

/** A split, or why the key cannot be used. */
type Prepared = Split | Fault

interface KeySplits {
  readonly key: Key
  /** For lines that leave nobody out, which are most. */
  everybody: Prepared | undefined
  readonly without: Map<string, Prepared>
}

/**
 * The splits that the lines of a budget use, each prepared once: by key and by whom a line leaves out.
 * Carried over from one calculation to the next as long as nothing they rest on was replaced.
 */
export class PreparedSplits {
  readonly codes: readonly MunicipalityCode[]
  private readonly byKey = new Map<string, KeySplits>()
  /** Keys whose splits were carried over from the calculation before. */
  private readonly carried = new Set<string>()
  /** Nothing but lines differs from the calculation before. */
  readonly onlyLinesDiffer: boolean

  /**
   * @param participants - those of the facts, in code order
   * @param previous - of a calculation with the same participants
   */
  constructor(
    private readonly facts: BudgetFacts,
    readonly participants: readonly Participant[],
    previous?: PreparedSplits,
  ) {
    this.codes = previous?.codes ?? participants.map(({ code }) => code)
    this.onlyLinesDiffer =
      previous?.facts.keys === facts.keys && previous.facts.populations === facts.populations
    for (const [id, splits] of previous?.byKey ?? []) {
      if (previous && restsOnTheSame(splits.key, facts.keys[id], previous.facts, facts)) {
        this.byKey.set(id, splits)
        this.carried.add(id)
      }
    }
  }

  /** Whether the figures that a line had before are right still, as long as the line itself is the same. */
  stillHold(figures: LineFigures): boolean {
    return this.onlyLinesDiffer || this.carried.has(figures.line.keyId)
  }

  /** The split of a line. Asked twice, it is the same object. */
  of(line: LineFacts): Prepared {
    const { keyId, excluded } = line
    const splits = this.byKey.get(keyId) ?? this.start(keyId)
    if (!splits) return new Fault('UNKNOWN_KEY', { keyId })
    if (excluded.length === 0) return (splits.everybody ??= this.prepare(splits.key, excluded))
    const name = excluded.toSorted().join(' ')
    const known = splits.without.get(name)
    if (known) return known
    const prepared = this.prepare(splits.key, excluded)
    splits.without.set(name, prepared)
    return prepared
  }

  private start(keyId: string): KeySplits | undefined {
    const key = Object.hasOwn(this.facts.keys, keyId) ? this.facts.keys[keyId] : undefined
    if (!key) return undefined
    const splits: KeySplits = { key, everybody: undefined, without: new Map() }
    this.byKey.set(keyId, splits)
    return splits
  }

  private prepare(key: Key, excluded: readonly MunicipalityCode[]): Prepared {
    try {
      const weights = weigh(key, this.participants, this.facts.populations, excluded)
      return prepareSplit(weights, key.rounding)
    } catch (error) {
      if (error instanceof Fault) return error
      throw error
    }
  }
}

/** Whether what was prepared for a key still holds: the same key, the same figures on its dates. */
function restsOnTheSame(
  key: Key,
  now: Key | undefined,
  before: BudgetFacts,
  after: BudgetFacts,
): boolean {
  if (key !== now) return false
  return (
    before.populations === after.populations ||
    key.bases.every(
      (basis) =>
        basis.kind !== 'POPULATION' || before.populations[basis.on] === after.populations[basis.on],
    )
  )
}
