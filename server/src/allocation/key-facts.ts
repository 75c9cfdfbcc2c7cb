import type { Key } from '@andel/schema/allocation'
import type { DistributionKey } from './distribution-key.entity.ts'

/** The key as the arithmetic takes it. */
export function keyFacts(key: DistributionKey): Key {
  return {
    name: key.name,
    bases: key.bases,
    rounding: {
      shareStep: key.shareStep,
      amountStep: key.amountStep,
      residualRule: key.residualRule,
      ...(key.named && { named: key.named.unwrap().code }),
    },
  }
}

/** The reference dates whose population figures a key needs. */
export function populationDates(key: Pick<Key, 'bases'>): string[] {
  return key.bases.flatMap((basis) => (basis.kind === 'POPULATION' ? [basis.on] : []))
}
