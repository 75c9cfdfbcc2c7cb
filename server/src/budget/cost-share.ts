import type { LineFigures } from '@andel/schema/budget'
import { Arg, Field, ObjectType } from 'type-graphql'
import { toGlobalId } from '../connection/global-id.ts'
import { Node } from '../connection/node.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { Money, Percent } from '../scalars/index.ts'
import { Language } from '../fault/language.ts'
import type { Sheet } from './sheet.ts'

/** Where a share comes from: a line, or the sum of all lines. Worked out when asked for. */
export interface ShareSource {
  readonly sheet: Sheet
  /** Null for a share of a whole budget. */
  readonly line: LineFigures | null
  readonly municipality: Municipality
  readonly weight: bigint
  readonly sum: bigint
  readonly percent: string
  /** Signed öre. */
  readonly amount: number
  explain(language: Language): string
}

@ObjectType({
  implements: Node,
  description: 'What a participant bears of a line, or of a whole budget, and how it came about.',
})
export class CostShare implements Node {
  constructor(readonly source: ShareSource) {}

  get globalId(): string {
    const { sheet, line, municipality } = this.source
    const of = line ? `line/${line.line.id}` : `budget/${sheet.budget.id}`
    return toGlobalId('CostShare', `${of}/${municipality.code}`)
  }

  @Field(() => Municipality, { description: 'Who bears it.' })
  get municipality(): Municipality {
    return this.source.municipality
  }

  @Field(() => String, {
    description:
      'Exact weight as a whole number: inhabitants for a plain population key, otherwise in a unit that is common to the participants. Of a whole budget: öre.',
  })
  get weight(): string {
    return String(this.source.weight)
  }

  @Field(() => String, {
    description: 'Weight and sum of weights as an exact fraction: "5210/124919".',
  })
  get exactShare(): string {
    return `${this.source.weight}/${this.source.sum}`
  }

  @Field(() => Percent, {
    description:
      'The share, rounded to the share step of the key: "4.2". Without a step: the exact share to four decimals.',
  })
  get share(): string {
    return this.source.percent
  }

  @Field(() => Money, { description: 'What it bears.' })
  get amount(): number {
    return this.source.amount
  }

  @Field(() => String, {
    description:
      'Why this amount: the chain from the amount to the rounded share, the weight and its source, a step on each line of text.',
  })
  explanation(
    @Arg('language', () => Language, {
      defaultValue: Language.SV,
      description: 'In which language.',
    })
    language: Language,
  ): string {
    return this.source.explain(language)
  }
}
