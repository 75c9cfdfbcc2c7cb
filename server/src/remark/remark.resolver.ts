import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql'
import { SheetLine } from '../budget/sheet-line.ts'
import type { RequestContext } from '../context.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { Remark } from './remark.entity.ts'
import { setRemark } from './set-remark.ts'
import { SetRemarkInput } from './set-remark-input.ts'

@ObjectType({ description: 'What came of a remark.' })
export class SetRemarkPayload {
  @Field(() => Remark, { nullable: true, description: 'It as it now is; null when it is removed.' })
  readonly remark: Remark | null
}

@Resolver(() => Remark)
export class RemarkResolver {
  @Mutation(() => SetRemarkPayload, {
    description: 'Writes or removes the private remark of a municipality on a line.',
  })
  async setRemark(
    @Arg('input', () => SetRemarkInput, { description: 'The remark, as it then is.' })
    input: SetRemarkInput,
    @Ctx() { em, actor }: RequestContext,
  ): Promise<SetRemarkPayload> {
    return { remark: await setRemark(em, actor, input) }
  }

  @FieldResolver(() => Municipality, { description: 'Whose people see it, and nobody else.' })
  municipality(@Root() remark: Remark, @Ctx() { directory }: RequestContext): Municipality | null {
    return directory.find(remark.municipality.code)
  }
}

@Resolver(() => SheetLine)
export class LineRemarksResolver {
  @FieldResolver(() => [Remark], {
    description:
      'What the municipalities of whoever asks have noted about it, for themselves alone; as they now stand, also in a past budget.',
  })
  remarks(@Root() line: SheetLine, @Ctx() { remarks }: RequestContext): Promise<Remark[]> {
    return remarks.load(line.ownId)
  }
}
