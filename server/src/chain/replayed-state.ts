import {
  type Content,
  type Fact,
  type Facts,
  type LoggedChange,
  firstDifference,
  replay,
} from '@andel/schema/history'
import { expectFit, expectSame } from './finding.ts'

/** What stands after some of the log, with the versions and revisions that follow from it. */
export class ReplayedState {
  readonly facts: Facts = new Map()
  /** Versions of agreements, which their parts count for; null when the log does not tell whose part something was. */
  private readonly agreements = new Map<string, { owner: string | null; version: number | null }>()
  /** Versions of the keys of agreements, which are logged with that of the agreement, and the batch that gave them. */
  private readonly keys = new Map<string, { version: number; batch: string | null }>()
  private readonly agreementOfKey = new Map<string, string>()
  /** The population figure that counts, by municipality and date. */
  private readonly figures = new Map<string, string>()

  /** Adds what stood before the first change. An agreement must be added before its key. */
  begin(id: string, { entity, owner, content }: Omit<Fact, 'version'>): void {
    const change = { entity, entityId: id, owner, version: 1, field: '+', before: null }
    replay(this.facts, { ...change, after: content })
    if (entity === 'PopulationFigure') this.countFigure(id, content)
    if (entity === 'Agreement') this.countAgreement(id, owner, 1)
    if (this.agreementOfKey.has(id)) this.keys.set(id, { version: 1, batch: null })
  }

  /** @throws {Unfit} for a change that takes for granted what does not stand */
  carryOut(row: string, batch: string, change: LoggedChange): void {
    const { entity, entityId: id, version, owner = null } = change
    if (entity === 'PopulationFigure') this.expectRevision(row, change)
    const agreement = this.facts.get(id)?.content['agreement']
    expectFit(row, replay(this.facts, change))
    const fact = this.facts.get(id)
    if (fact && owner !== null) expectSame(row, 'owner', owner, fact.owner)
    if (entity === 'PopulationFigure' && fact) this.countFigure(id, fact.content)
    if (entity === 'Agreement') this.countAgreement(id, owner, version)
    if (entity === 'Participation')
      this.countPart(fact?.content['agreement'] ?? agreement, owner, version)
    if (this.agreementOfKey.has(id)) this.countKey(change, batch)
  }

  /** What the version of a fact must be; null when the log does not tell. */
  versionOf(id: string, { entity, version, content }: Fact): number | null {
    if (entity === 'PopulationFigure') return revisionOf(content)
    if (entity === 'Agreement') return this.agreements.get(id)?.version ?? null
    return this.agreementOfKey.has(id) ? (this.keys.get(id)?.version ?? null) : version
  }

  /** Whether a population figure is the one that counts. */
  counts(id: string, { content }: Fact): boolean {
    return this.figures.get(placeOf(content)) === id
  }

  /** A revision is told with the one before, which stands on. */
  private expectRevision(row: string, { before, after }: LoggedChange): void {
    const known = this.figures.get(placeOf(after as Content))
    const stood = known === undefined ? null : this.facts.get(known)!.content
    const told = (before ?? null) as Content | null
    if (!told || !stood) expectSame(row, 'before', told, stood)
    else expectFit(row, firstDifference(told, stood))
    expectSame(row, 'revision', revisionOf(after as Content), stood ? revisionOf(stood) + 1 : 1)
  }

  private countFigure(id: string, content: Content): void {
    const place = placeOf(content)
    const known = this.facts.get(this.figures.get(place) ?? '')
    if (!known || revisionOf(known.content) < revisionOf(content)) this.figures.set(place, id)
  }

  private countAgreement(id: string, owner: string | null, version: number): void {
    this.agreements.set(id, { owner, version })
    const key = this.facts.get(id)?.content['defaultKey']
    if (typeof key === 'string') this.agreementOfKey.set(key, id)
  }

  private countPart(agreement: unknown, owner: string | null, version: number): void {
    const known = this.agreements.get(String(agreement))
    const whole = known
      ? [known]
      : [...this.agreements.values()].filter((one) => one.owner === owner)
    for (const one of whole) one.version = known ? version : null
  }

  private countKey(
    { entityId: id, field, version, owner = null }: LoggedChange,
    batch: string,
  ): void {
    this.countPart(this.agreementOfKey.get(id), owner, version)
    const known = this.keys.get(id)
    if (field === '+' || !known) this.keys.set(id, { version: 1, batch })
    else if (known.batch !== batch) this.keys.set(id, { version: known.version + 1, batch })
  }
}

const placeOf = ({ municipality, on }: Content): string => `${String(municipality)} ${String(on)}`
const revisionOf = ({ revision }: Content): number => Number(revision)
