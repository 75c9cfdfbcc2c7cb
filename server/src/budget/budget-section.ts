import { type LineFigures, type SectionSums, sectionSums, sectionsOf } from '@andel/schema/budget'
import { Field, ObjectType } from 'type-graphql'
import { Municipality } from '../municipality/municipality.entity.ts'
import { Money } from '../scalars/index.ts'
import { Residual, lineAddsUp, residualOf } from './residual.ts'
import { SheetLine, sheetLines } from './sheet-line.ts'
import { linePlace } from './line-place.ts'
import type { Sheet } from './sheet.ts'

@ObjectType({ description: 'What a participant bears of a section: the sum of its line shares.' })
export class SectionShare {
  @Field(() => Municipality, { description: 'The municipality that it is about.' })
  readonly municipality: Municipality

  @Field(() => Money, { description: 'How much it bears of the section.' })
  readonly amount: number

  constructor(municipality: Municipality, amount: number) {
    this.municipality = municipality
    this.amount = amount
  }
}

@ObjectType({ description: 'Lines of a budget that stand together under a name.' })
export class BudgetSection {
  @Field(() => String, { description: 'Its name; "" for lines that stand in no section.' })
  readonly name: string

  @Field(() => [SheetLine], { description: 'Its lines, in the order of the sheet.' })
  readonly lines: SheetLine[]

  constructor(
    private readonly sheet: Sheet,
    name: string,
    lines: readonly SheetLine[],
    private readonly sums: SectionSums,
  ) {
    this.name = name
    this.lines = [...lines]
  }

  @Field(() => Money, { description: 'Sum of the amounts of its lines.' })
  get total(): number {
    return this.sums.total
  }

  @Field(() => Money, {
    description: 'Sum of what EACH_ALONE leaves over in its lines: total minus the shares.',
  })
  get difference(): number {
    return this.sums.difference
  }

  @Field(() => Boolean, {
    description:
      'Whether everything adds up, worked out anew: each line, and the shares and the difference of the section to its total.',
  })
  get sumOk(): boolean {
    const { totals, total, difference } = this.sums
    const all = totals.reduce((sum, share) => sum + share, difference)
    return all === total && this.figures.every(lineAddsUp)
  }

  @Field(() => Residual, {
    nullable: true,
    description: 'What rounding left over in its lines. Null when none has figures.',
  })
  get residual(): Residual | null {
    return residualOf(this.sheet, this.figures)
  }

  private get figures(): LineFigures[] {
    return this.lines.map(({ ownId }) => this.sheet.figures.lines[linePlace(this.sheet, ownId)!]!)
  }

  @Field(() => [SectionShare], {
    description: 'What each participant bears of it, by municipality code.',
  })
  get shares(): SectionShare[] {
    return this.sheet.figures.codes.map(
      (code, index) =>
        new SectionShare(this.sheet.municipalities.get(code)!, this.sums.totals[index]!),
    )
  }
}

/** The sections of a sheet, in its order. */
export function budgetSections(sheet: Sheet): BudgetSection[] {
  return sectionsOf(sheetLines(sheet)).map(
    ({ name, lines }) =>
      new BudgetSection(
        sheet,
        name,
        lines,
        sectionSums(
          sheet.figures,
          lines.map(({ ownId: id }) => ({ id })),
        ),
      ),
  )
}
