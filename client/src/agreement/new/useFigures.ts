import type { PopulationFacts } from '@andel/schema/allocation'
import { NewAgreementFiguresDocument } from '@andel/schema/operations'
import { shallowReadonly, shallowRef, watch } from 'vue'
import { asFailure, request, type Failure } from '../../api/index.ts'

/** Every population figure of some municipalities, fetched again when they become others; earlier ones stay until then. */
export function useFigures(codes: () => readonly string[]) {
  const populations = shallowRef<PopulationFacts>({})
  /** Whose the figures are. */
  const fetched = shallowRef<readonly string[]>([])
  const failure = shallowRef<Failure>()

  watch(
    () => codes().join(' '),
    async (wanted) => {
      const asked = codes()
      try {
        const found = await fetchFigures(asked)
        if (codes().join(' ') !== wanted) return
        populations.value = found
        fetched.value = asked
        failure.value = undefined
      } catch (thrown) {
        failure.value = asFailure(thrown)
      }
    },
  )
  return {
    populations: shallowReadonly(populations),
    fetched: shallowReadonly(fetched),
    failure: shallowReadonly(failure),
  }
}

async function fetchFigures(codes: readonly string[]): Promise<PopulationFacts> {
  const byDate: Record<string, Record<string, number>> = {}
  let after: string | null = null
  for (let more = codes.length > 0; more;) {
    const { populationFigures }: Awaited<ReturnType<typeof page>> = await page(codes, after)
    for (const { on, inhabitants, municipality } of populationFigures.nodes) {
      ;(byDate[on] ??= {})[municipality.code] = inhabitants
    }
    after = populationFigures.pageInfo.endCursor
    more = populationFigures.pageInfo.hasNextPage
  }
  return byDate
}

function page(codes: readonly string[], after: string | null) {
  return request(NewAgreementFiguresDocument, { codes: [...codes], after })
}
