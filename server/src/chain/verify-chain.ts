import { type Content, firstDifference } from '@andel/schema/history'
import { PostgreSqlDriver } from '@mikro-orm/postgresql'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { hashOfBaseFact, inChainOrder, origin } from '../history/base-fact-hash.ts'
import { BaseFact } from '../history/base-fact.entity.ts'
import { hashOfChange } from '../history/change-log.ts'
import type { Change } from '../history/change.entity.ts'
import { HistoryHead } from '../history/history-head.entity.ts'
import { isUnchained } from './begin-chain.ts'
import { type Finding, Unfit, expectSame, nameOfRow, readable } from './finding.ts'
import { changesForward, loggedChange } from './logged-change.ts'
import { ReplayedState } from './replayed-state.ts'
import { type Standing, standingFacts } from './standing-facts.ts'
import { expectStoredForm } from './stored-form.ts'

/** The end of a log at some time: the number of its newest change, 0 for none, and its hash. */
export interface Head {
  readonly sequence: number
  readonly hash: string
}

/** What a verification came to. */
export interface Verified {
  /** The first row that does not fit; null when all do. */
  readonly finding: Finding | null
  /** The end of the log; null when it has never been chained. */
  readonly head: Head | null
  readonly baseFacts: number
  readonly changes: number
  /** Rows that are stored and were compared. */
  readonly standing: number
}

/**
 * Replays the whole log from what stood before it: whether every change is chained to the one before, takes for granted what
 * then stood, and whether what comes of all of them is what is stored. To be called in a transaction that sees one state of
 * the data.
 *
 * @param kept - the end of the log at an earlier time, which must be part of it
 */
export async function verifyChain(em: EntityManager, kept?: Head): Promise<Verified> {
  const none = { head: null, baseFacts: 0, changes: 0, standing: 0 }
  const head = await em.findOne(HistoryHead, { id: 1 }, { disableIdentityMap: true })
  if (!head)
    return { ...none, finding: { row: endOfLog, field: '+', says: null, expected: 'one row' } }
  if (await isUnchained(em)) return { ...none, finding: null }
  const verification = new Verification(em, head, kept)
  let finding: Finding | null = null
  try {
    await verification.run()
  } catch (error) {
    if (!(error instanceof Unfit)) throw error
    finding = error.finding
  }
  const { baseFacts, changes, standing } = verification
  return {
    finding,
    head: { sequence: head.sequence, hash: head.hash },
    baseFacts,
    changes,
    standing,
  }
}

class Verification {
  baseFacts = 0
  changes = 0
  standing = 0
  private readonly state = new ReplayedState()
  private hash = origin
  private newestAt: Date | undefined

  constructor(
    private readonly em: EntityManager,
    private readonly head: HistoryHead,
    private readonly kept: Head | undefined,
  ) {}

  async run(): Promise<void> {
    if (!(this.em.getDriver() instanceof PostgreSqlDriver)) await expectStoredForm(this.em)
    await this.replayBase()
    this.compareKept(0)
    for await (const change of changesForward(this.em))
      readable(`Change ${change.sequence}`, () => this.replayChange(change))
    this.compareHead()
    for await (const row of standingFacts(this.em))
      readable(`Stored ${nameOfRow(row.id)}`, () => this.compareRow(row))
    for (const [id, { content }] of this.state.facts)
      throw new Unfit({ row: `Stored ${nameOfRow(id)}`, field: '+', says: null, expected: content })
  }

  private async replayBase(): Promise<void> {
    const rows = await this.em.createQueryBuilder(BaseFact).execute<BaseFact[]>('all') // as entities: half as fast
    for (const fact of rows.toSorted(inChainOrder)) {
      const row = `Base fact ${nameOfRow(fact.entityId)}`
      readable(row, () => this.replayBaseFact(row, fact))
    }
  }

  private replayBaseFact(row: string, fact: BaseFact): void {
    const { entity, entityId, owner, content: json, hash } = fact
    const content = (typeof json === 'string' ? JSON.parse(json) : json) as Content
    this.hash = hashOfBaseFact(this.hash, { entity, entityId, owner, content })
    expectSame(row, 'hash', hash, this.hash)
    this.state.begin(entityId, { entity, owner, content })
    this.baseFacts += 1
  }

  private replayChange(change: Change): void {
    const { sequence, entityId, field, batch } = change
    const expected = this.changes + 1
    if (sequence !== expected) throw new Unfit(missing(expected))
    const row = `Change ${sequence}, "${field}" of ${nameOfRow(entityId)}`
    this.hash = hashOfChange(this.hash, change)
    expectSame(row, 'hash', change.hash, this.hash)
    this.state.carryOut(row, batch, loggedChange(change))
    this.changes = sequence
    this.newestAt = change.at
    this.compareKept(sequence)
  }

  private compareKept(sequence: number): void {
    if (this.kept?.sequence === sequence)
      expectSame(`Change ${sequence}, as kept elsewhere,`, 'hash', this.hash, this.kept.hash)
  }

  private compareHead(): void {
    const { head, changes, kept } = this
    const newest = Math.max(head.sequence, kept?.sequence ?? 0)
    if (newest > changes) throw new Unfit(missing(changes + 1))
    expectSame(endOfLog, 'sequence', head.sequence, changes)
    expectSame(endOfLog, 'hash', head.hash, this.hash)
    if (this.newestAt)
      expectSame(endOfLog, 'at', head.at.toISOString(), this.newestAt.toISOString())
  }

  private compareRow({ id, owner, version, content, current }: Standing): void {
    const row = `Stored ${nameOfRow(id)}`
    const fact = this.state.facts.get(id)
    if (!fact) throw new Unfit({ row, field: '+', says: content, expected: null })
    if (fact.owner !== null) expectSame(row, 'owner', owner, fact.owner)
    const misfit = firstDifference(fact.content, content)
    if (misfit) {
      const { field, told, stood } = misfit
      throw new Unfit({ row, field, says: stood, expected: told })
    }
    const expected = this.state.versionOf(id, fact)
    if (version !== null && expected !== null) expectSame(row, 'version', version, expected)
    if (current !== undefined) expectSame(row, 'current', current, this.state.counts(id, fact))
    this.state.facts.delete(id)
    this.standing += 1
  }
}

const endOfLog = 'The end of the log (history_head)'

const missing = (sequence: number): Finding => ({
  row: `Change ${sequence}`,
  field: '+',
  says: null,
  expected: 'a change of that number',
})
