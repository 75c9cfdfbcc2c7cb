import type { Participation as Term } from '@andel/schema/agreement'
import type { ChangeLog } from '../history/change-log.ts'
import { Fault } from '@andel/schema/fault'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { Agreement } from '../agreement/agreement.entity.ts'
import { Participation } from '../agreement/participation.entity.ts'
import type { DistributionKey } from '../allocation/distribution-key.entity.ts'
import { participationFacts } from '../budget/budget-facts.ts'
import type { Batch } from '../history/accept-batch.ts'
import { ChangesSince } from '../history/changes-since.ts'
import { Journal, type Touch } from '../history/journal.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import type { AgreementEditInput } from './edit-agreement-input.ts'

/** An agreement while edits are being applied to it: its parts as they leave them, beside the journal. */
export class AgreementBench extends Journal {
  /** By global id. */
  readonly participations: Map<string, Participation>
  /** Who took part before the edits. */
  readonly tookPart: readonly Term[]

  private constructor(
    em: EntityManager,
    log: ChangeLog,
    since: ChangesSince,
    batch: Batch,
    /** Version of the agreement that the edits were based on. */
    readonly basedOn: number,
    readonly agreement: Agreement,
    readonly key: DistributionKey,
    participations: readonly Participation[],
    /** Those who take part at some time, and those whom the edits name. */
    readonly municipalities: ReadonlyMap<string, Municipality>,
  ) {
    super(em, log, since, batch, undefined, agreement.jointService.unwrap())
    this.tookPart = participations.map(participationFacts)
    this.participations = new Map(participations.map((one) => [one.globalId, one]))
  }

  /** Of an agreement that is being made, to which everything is yet to be added. */
  static async forNew(
    em: EntityManager,
    log: ChangeLog,
    agreement: Agreement,
    municipalities: ReadonlyMap<string, Municipality>,
    batch: Batch,
  ): Promise<AgreementBench> {
    const since = await ChangesSince.load(em, [])
    const key = agreement.defaultKey.unwrap()
    return new AgreementBench(em, log, since, batch, 1, agreement, key, [], municipalities)
  }

  /** @throws {Fault} `NOT_FOUND` */
  static async open(
    em: EntityManager,
    log: ChangeLog,
    id: string,
    { version, edits }: { version: number; edits: readonly AgreementEditInput[] },
    batch: Batch,
  ): Promise<AgreementBench> {
    const agreement = await em.findOne(
      Agreement,
      { id },
      { populate: ['defaultKey', 'jointService'] },
    )
    if (!agreement) throw new Fault('NOT_FOUND', { agreement: id })
    const key = agreement.defaultKey.unwrap()
    const participations = await em.find(
      Participation,
      { agreement },
      { populate: ['municipality'], orderBy: { municipality: 'asc', fromDate: 'asc' } },
    )
    const entityIds = [key.globalId, ...participations.map(({ globalId }) => globalId)]
    const stale = version < agreement.version ? entityIds : []
    const since = await ChangesSince.load(
      em,
      stale.map((entityId) => ({ entityId, version })),
    )
    const named = edits.flatMap(({ addParticipation: add }) => add?.municipalityCode ?? [])
    const found = await em.find(Municipality, { code: { $in: [...new Set(named)] } })
    const own = participations.map((one) => one.municipality.unwrap())
    const municipalities = new Map([...own, ...found].map((one) => [one.code, one]))
    return new AgreementBench(
      em,
      log,
      since,
      batch,
      version,
      agreement,
      key,
      participations,
      municipalities,
    )
  }

  touch(edit: number, { globalId: entityId }: Participation): Touch {
    return { edit, entity: 'Participation', entityId }
  }
}
