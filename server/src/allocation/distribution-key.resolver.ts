import type { Basis } from '@andel/schema/allocation'
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../context.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { DistributionKey } from './distribution-key.entity.ts'
import { KeyBasis } from './key-basis.ts'

@Resolver(() => DistributionKey)
export class DistributionKeyResolver {
  @FieldResolver(() => [KeyBasis], { description: 'What weighs: one part, or a blend of several.' })
  bases(@Root() key: DistributionKey, @Ctx() { directory }: RequestContext): KeyBasis[] {
    const codes = [...new Set(key.bases.flatMap(codesOf))]
    const found = codes.map((code) => directory.find(code))
    const known = new Map(found.flatMap((one) => (one ? [[one.code, one]] : [])))
    return key.bases.map((basis) => keyBasis(basis, known))
  }

  @FieldResolver(() => Municipality, {
    nullable: true,
    description: 'Who bears the residual under NAMED; null under the other rules.',
  })
  named(@Root() key: DistributionKey, @Ctx() { directory }: RequestContext): Municipality | null {
    return key.named && directory.find(key.named.code)
  }
}

function codesOf(basis: Basis): string[] {
  if (basis.kind === 'FIXED') return Object.keys(basis.percentages)
  if (basis.kind === 'USE') return Object.keys(basis.values)
  return []
}

function keyBasis(basis: Basis, known: ReadonlyMap<string, Municipality>): KeyBasis {
  const byCode = <T, R>(
    values: Readonly<Record<string, T>>,
    make: (municipality: Municipality, value: T) => R,
  ): R[] =>
    Object.entries(values)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([code, value]) => {
        const municipality = known.get(code)
        return municipality ? [make(municipality, value)] : []
      })

  return {
    kind: basis.kind,
    percent: basis.percent,
    floor: basis.floor ?? null,
    on: basis.kind === 'POPULATION' ? basis.on : null,
    percentages:
      basis.kind === 'FIXED'
        ? byCode(basis.percentages, (municipality, percent) => ({ municipality, percent }))
        : null,
    statistic: basis.kind === 'USE' ? basis.statistic : null,
    period: basis.kind === 'USE' ? basis.period : null,
    source: basis.kind === 'USE' ? basis.source : null,
    values:
      basis.kind === 'USE'
        ? byCode(basis.values, (municipality, value) => ({ municipality, value }))
        : null,
  }
}
