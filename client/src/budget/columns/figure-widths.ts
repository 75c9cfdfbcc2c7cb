import { sectionsOf, sectionSums } from '@andel/schema/budget'
import type { Language } from '@andel/schema/money'
import { kronorText } from '../cells/number-text.ts'
import type { SheetView } from '../figures/sheet-view.ts'

/** How wide columns of money must be, in pixels, so that no figure is ever cut. */
export interface FigureWidths {
  readonly monthlyCost: number
  readonly amount: number
  readonly share: number
}

const least: FigureWidths = { monthlyCost: 82, amount: 94, share: 92 }

/** Widths for the longest figure of each kind, sums included. */
export function figureWidths(
  { sheet, figures, withOre }: SheetView,
  language: Language,
): FigureWidths {
  const { lines, totals, total } = figures
  // a section can come to more than the whole, where another one is negative
  const sections = sectionsOf(sheet.lines).map((section) => sectionSums(figures, section.lines))
  const width = (largest: number, kind: keyof FigureWidths): number =>
    Math.max(least[kind], textWidth(kronorText(-largest, language, withOre)))
  return {
    monthlyCost: width(
      largestOf(sheet.lines.map(({ monthlyCost }) => monthlyCost ?? 0)),
      'monthlyCost',
    ),
    amount: width(
      largestOf([
        total,
        ...sections.map((section) => section.total),
        ...lines.map(({ amount }) => amount ?? 0),
      ]),
      'amount',
    ),
    share: width(
      [totals, ...sections.map((section) => section.totals), ...lines.map(({ shares }) => shares)]
        .map(largestOf)
        .reduce((most, one) => Math.max(most, one)),
      'share',
    ),
  }
}

function largestOf(figures: Iterable<number>): number {
  let most = 0
  for (const figure of figures) most = Math.max(most, Math.abs(figure))
  return most
}

/** Room for a figure set bold, with the padding of its cell. Tabular digits are all equally wide. */
function textWidth(text: string): number {
  const digits = text.replace(/\D/g, '').length
  return Math.ceil(digits * 7.8 + (text.length - digits) * 4.2) + 16
}
