import { Arg, Field, ObjectType } from 'type-graphql'
import { Municipality } from '../municipality/municipality.entity.ts'
import { Money, Percent } from '../scalars/index.ts'
import { Language } from './language.ts'

@ObjectType({ description: 'What a participant bears of a line, or of a whole budget, and how it came about.' })
export abstract class CostShare {
  @Field(() => Municipality, { description: 'Who bears it.' })
  abstract readonly municipality: Municipality

  @Field(() => String, {
    description:
      'Exact weight as a whole number: inhabitants for a plain population key, otherwise in a unit that is common to the participants. Of a whole budget: öre.',
  })
  abstract readonly weight: string

  @Field(() => String, { description: 'Weight and sum of weights as an exact fraction: "5210/124919".' })
  abstract readonly exactShare: string

  @Field(() => Percent, {
    description: 'The share, rounded to the share step of the key: "4.2". Without a step: the exact share to four decimals.',
  })
  abstract readonly share: string

  @Field(() => Money, { description: 'What it bears.' })
  abstract readonly amount: number

  @Field(() => String, {
    description: 'Why this amount: the chain from the amount to the rounded share, the weight and its source, a step on each line of text.',
  })
  explanation(
    @Arg('language', () => Language, { defaultValue: Language.SV, description: 'In which language.' })
    language: Language,
  ): string {
    return this.explain(language)
  }

  protected abstract explain(language: Language): string
}
