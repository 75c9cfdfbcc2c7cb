import { Field, ObjectType } from 'type-graphql'
import { SignInWay } from './session.entity.ts'

@ObjectType('Installation', {
  description: 'What everybody may know of this installation before signing in.',
})
export class InstallationState {
  @Field(() => Boolean, {
    description: 'Whether it is the demo, which loses nothing worth keeping.',
  })
  readonly demo: boolean

  @Field(() => Boolean, {
    description: 'Whether it has an administrator; if not, set-up comes first.',
  })
  isSetUp: boolean

  @Field(() => [SignInWay], { description: 'How people sign in here.' })
  readonly ways: readonly SignInWay[]

  @Field(() => String, {
    nullable: true,
    description: 'What the OpenID Connect provider is called; null when there is none.',
  })
  readonly provider: string | null

  constructor({ demo, isSetUp, ways, provider }: Readonly<InstallationState>) {
    this.demo = demo
    this.isSetUp = isSetUp
    this.ways = ways
    this.provider = provider
  }
}
