import { Field, ID, InputType } from 'type-graphql'
import { SetPopulationInput } from '../budget/edit/edit-input.ts'

@InputType({
  description:
    'Population figures of any municipalities and dates, set all or not at all, each as a new revision.',
})
export class SetPopulationsInput {
  @Field(() => ID, {
    description:
      'A UUID of the client: sent again with the same figures, it changes nothing twice.',
  })
  clientMutationKey: string

  @Field(() => String, { nullable: true, description: 'Why, kept with each change.' })
  reason?: string | null

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether only to tell what would come of it. Nothing is stored then.',
  })
  dryRun: boolean

  @Field(() => [SetPopulationInput], {
    description: 'The figures, in order; at most 10 000, of dates from 1900 on.',
  })
  figures: SetPopulationInput[]
}
