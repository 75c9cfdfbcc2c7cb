import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql'
import type { RequestContext } from '../context.ts'
import { createJointService } from './create-joint-service.ts'
import { CreateJointServiceInput, UpdateJointServiceInput } from './joint-service-input.ts'
import { JointService } from './joint-service.entity.ts'
import { updateJointService } from './update-joint-service.ts'

@ObjectType({ description: 'What came of it.' })
export class CreateJointServicePayload {
  @Field(() => JointService, { description: 'The new joint service.' })
  jointService: JointService
}

@ObjectType({ description: 'What came of it.' })
export class UpdateJointServicePayload {
  @Field(() => JointService, { description: 'The joint service as it now is.' })
  jointService: JointService
}

@Resolver()
export class EditJointServicesResolver {
  @Mutation(() => CreateJointServicePayload, {
    description: 'Sets up a joint service, still without agreement or budget.',
  })
  async createJointService(
    @Arg('input', () => CreateJointServiceInput, { description: 'What to set up.' })
    input: CreateJointServiceInput,
    @Ctx() context: RequestContext,
  ): Promise<CreateJointServicePayload> {
    context.forget()
    return { jointService: await createJointService(context.em, context.actor, input) }
  }

  @Mutation(() => UpdateJointServicePayload, {
    description: 'Changes what a joint service is called and said to be.',
  })
  async updateJointService(
    @Arg('input', () => UpdateJointServiceInput, { description: 'What to change.' })
    input: UpdateJointServiceInput,
    @Ctx() context: RequestContext,
  ): Promise<UpdateJointServicePayload> {
    context.forget()
    return { jointService: await updateJointService(context.em, context.actor, input) }
  }
}
