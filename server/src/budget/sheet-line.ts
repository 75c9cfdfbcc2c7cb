import type { LineFigures } from '@andel/schema/budget'
import { formatDecimal } from '@andel/schema/money'
import { Field, Int, ObjectType } from 'type-graphql'
import { DistributionKey } from '../allocation/distribution-key.entity.ts'
import { toGlobalId } from '../connection/global-id.ts'
import { Node } from '../connection/node.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { Decimal, Money } from '../scalars/index.ts'
import { type BudgetLine, LineKind, MoneySource } from './budget-line.entity.ts'
import { CostShare } from './cost-share.ts'
import { FaultFields } from '../fault/fault-fields.ts'
import { lineShares } from './line-share.ts'
import { Residual, lineAddsUp, residualOf } from './residual.ts'
import { linePlace } from './line-place.ts'
import type { Sheet } from './sheet.ts'

const typedFormula =
  'What was typed to get the value, such as "=6*50000"; null when it was typed as a figure.'

@ObjectType({ description: 'Why a line has no figures.' })
export class LineFault extends FaultFields {}

/** A line as the API gives it: what is stored, and the figures that follow from the whole budget. */
@ObjectType('BudgetLine', {
  implements: Node,
  description: 'A line of a budget: a position (workload × months × monthly cost) or an amount.',
})
export class SheetLine implements Node {
  readonly graphqlType = 'BudgetLine'

  constructor(
    private readonly sheet: Sheet,
    private readonly line: BudgetLine,
    private readonly figures: LineFigures,
  ) {}

  get ownId(): string {
    return this.line.id
  }

  get globalId(): string {
    return toGlobalId('BudgetLine', this.line.id)
  }

  @Field(() => Int, {
    description: 'Grows with each change. Send it back with an edit; a stale field is refused.',
  })
  get version(): number {
    return this.line.version
  }

  @Field(() => String, {
    description:
      'Where it stands: a text that sorts bytewise. Sections come in the order of their first lines, each with its lines by place.',
  })
  get place(): string {
    return this.line.place
  }

  @Field(() => String, {
    description: 'Name of the section it stands in; "" when it stands in none.',
  })
  get section(): string {
    return this.line.section
  }

  @Field(() => LineKind, { description: 'Cost or revenue.' })
  get kind(): LineKind {
    return this.line.kind
  }

  @Field(() => String, { description: 'What it is for.' })
  get description(): string {
    return this.line.description
  }

  @Field(() => Int, {
    nullable: true,
    description: 'Per cent of full time: 100 is one post, 600 six. Empty counts as 0.',
  })
  get workload(): number | null {
    return this.line.workload
  }

  @Field(() => String, { nullable: true, description: typedFormula })
  get workloadFormula(): string | null {
    return this.line.workloadFormula
  }

  @Field(() => Decimal, {
    nullable: true,
    description: 'Months, 0 to 12. Empty counts as 0.',
  })
  get months(): string | null {
    return this.line.months === null ? null : formatDecimal(this.line.months, 1)
  }

  @Field(() => String, { nullable: true, description: typedFormula })
  get monthsFormula(): string | null {
    return this.line.monthsFormula
  }

  @Field(() => Money, {
    nullable: true,
    description: 'Cost of one post in one month. A line that has it is a position.',
  })
  get monthlyCost(): number | null {
    return this.line.monthlyCost
  }

  @Field(() => String, { nullable: true, description: typedFormula })
  get monthlyCostFormula(): string | null {
    return this.line.monthlyCostFormula
  }

  @Field(() => Money, { nullable: true, description: 'The amount as typed; null for a position.' })
  get typedAmount(): number | null {
    return this.line.monthlyCost === null ? this.line.amount : null
  }

  @Field(() => String, { nullable: true, description: typedFormula })
  get amountFormula(): string | null {
    return this.line.amountFormula
  }

  @Field(() => Money, {
    description:
      'What it adds to the budget: negative for a revenue. "0.00" when it cannot be calculated, see `fault`.',
  })
  get amount(): number {
    return this.figures.amount ?? 0
  }

  @Field(() => LineFault, {
    nullable: true,
    description: 'Why it has no figures; null when it has.',
  })
  get fault(): LineFault | null {
    return this.figures.fault ? new LineFault(this.figures.fault) : null
  }

  @Field(() => MoneySource, { description: 'Where the money comes from.' })
  get moneySource(): MoneySource {
    return this.line.moneySource
  }

  @Field(() => DistributionKey, { description: 'What splits it.' })
  get key(): DistributionKey {
    return this.line.key.unwrap()
  }

  @Field(() => [Municipality], { description: 'Participants who bear nothing of it.' })
  get excluded(): Municipality[] {
    return this.line.excluded.flatMap((code) => this.sheet.municipalities.get(code) ?? [])
  }

  @Field(() => [Municipality], {
    description: 'Participants whose finance officers may write its figures and its note.',
  })
  get openedTo(): Municipality[] {
    return this.line.openedTo.flatMap((code) => this.sheet.municipalities.get(code) ?? [])
  }

  @Field(() => String, { description: 'What one should know about it.' })
  get note(): string {
    return this.line.note
  }

  @Field(() => String, { description: 'Decision it rests on: body, date, paragraph.' })
  get decision(): string {
    return this.line.decision
  }

  @Field(() => Money, {
    description:
      'What EACH_ALONE leaves over: amount minus the sum of the shares. "0.00" under every other rule.',
  })
  get difference(): number {
    return this.figures.difference
  }

  @Field(() => Boolean, {
    description: 'Whether its shares and its difference add up to its amount, worked out anew.',
  })
  get sumOk(): boolean {
    return lineAddsUp(this.figures)
  }

  @Field(() => Residual, {
    nullable: true,
    description: 'What rounding left over, and who bore it. Null when it has no figures.',
  })
  get residual(): Residual | null {
    return residualOf(this.sheet, [this.figures])
  }

  @Field(() => [CostShare], {
    description:
      'What each participant bears, by municipality code. A participant whom the line leaves out has no share.',
  })
  get shares(): CostShare[] {
    return lineShares(this.sheet, this.figures)
  }
}

/** The lines of a sheet, in its order. */
export function sheetLines(sheet: Sheet): SheetLine[] {
  return sheet.lines.map((line, index) => new SheetLine(sheet, line, sheet.figures.lines[index]!))
}

/** A line of a sheet by its own id; undefined when it has none such. */
export function sheetLine(sheet: Sheet, id: string): SheetLine | undefined {
  const index = linePlace(sheet, id)
  return index === undefined
    ? undefined
    : new SheetLine(sheet, sheet.lines[index]!, sheet.figures.lines[index]!)
}
