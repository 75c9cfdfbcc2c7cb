import { Visitor } from '../../visitor.ts'

/** Global ids of one joint service and what belongs to it. */
export interface Ids {
  readonly slug: string
  readonly service: string
  readonly agreement: string
  readonly participation: string
  readonly budget: string
  readonly key: string
  readonly line: string
  readonly share: string
  readonly change: string
}

/** @param visitor - who may read it */
export async function idsOf(visitor: Visitor, slug: string): Promise<Ids> {
  const { data, errors } = await visitor.send<Found>(
    `query ($slug: String!) { jointService(slug: $slug) {
      id agreements { id participations { id } }
      budget(year: 2022) { id defaultKey { id } lines { id shares { id } } changes(first: 1) { nodes { id } } }
    } }`,
    { slug },
  )
  if (errors) throw new Error(JSON.stringify(errors))
  const { id, agreements, budget } = data.jointService
  return {
    slug,
    service: id,
    agreement: agreements[0]!.id,
    participation: agreements[0]!.participations[0]!.id,
    budget: budget.id,
    key: budget.defaultKey.id,
    line: budget.lines[0]!.id,
    share: budget.lines[0]!.shares[0]!.id,
    change: budget.changes.nodes[0]!.id,
  }
}

interface Id {
  readonly id: string
}

interface Found {
  readonly jointService: Id & {
    readonly agreements: readonly (Id & { readonly participations: readonly Id[] })[]
    readonly budget: Id & {
      readonly defaultKey: Id
      readonly lines: readonly (Id & { readonly shares: readonly Id[] })[]
      readonly changes: { readonly nodes: readonly Id[] }
    }
  }
}
