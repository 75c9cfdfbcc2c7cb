import type { Provenance } from '@andel/schema/explanation'
import type { Sheet } from './sheet.ts'

/** What the explanation of a line's shares quotes. */
export function provenance(sheet: Sheet, lineId: string): Provenance {
  const { agreement, populations, municipalities, jointService } = sheet
  const line = sheet.lines.find(({ id }) => id === lineId)!
  return {
    currency: jointService.currency,
    names: Object.fromEntries([...municipalities].map(([code, { name }]) => [code, name])),
    line,
    agreement,
    population: (on, code) =>
      populations.find((figure) => figure.on === on && figure.municipality.code === code),
  }
}
