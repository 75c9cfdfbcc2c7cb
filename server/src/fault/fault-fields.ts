import type { Fault } from '@andel/schema/fault'
import { faultSentences } from '@andel/schema/fault-sentences'
import { Arg, Field, ObjectType } from 'type-graphql'
import { Language } from './language.ts'

/** How a fault shows in an answer, as data. */
@ObjectType()
export abstract class FaultFields {
  constructor(readonly fault: Fault) {}

  @Field(() => String, { description: 'What is wrong, from a closed list of codes.' })
  get code(): string {
    return this.fault.code
  }

  @Field(() => String, { description: 'The same as a sentence.' })
  message(
    @Arg('language', () => Language, {
      defaultValue: Language.SV,
      description: 'In which language.',
    })
    language: Language,
  ): string {
    return faultSentences[language][this.fault.code]
  }
}
