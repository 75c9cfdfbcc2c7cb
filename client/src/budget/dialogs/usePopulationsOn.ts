import { PopulationsOnDocument } from '@andel/schema/operations'
import { request } from '../../api/index.ts'
import type { OpenSheet } from '../open-sheet.ts'

/** Fetches population figures of dates that no key of the budget has used so far, once each. */
export function usePopulationsOn({ saving, figures }: OpenSheet) {
  const asked = new Set<string>()

  /** Figures that do not come stay missing, which the preview says. */
  async function learn(on: string): Promise<void> {
    if (!on || asked.has(on) || saving.committed.value.records[on]) return
    asked.add(on)
    const { codes } = figures.meant.value.figures
    try {
      const { municipalities } = await request(PopulationsOnDocument, { codes, on })
      const found = municipalities.nodes.flatMap(({ code, population }) =>
        population ? [[code, population] as const] : [],
      )
      saving.learn({ [on]: Object.fromEntries(found) })
    } catch {
      asked.delete(on)
    }
  }

  return { learn }
}
