import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../context.ts'
import { erasePerson } from './erase-person.ts'
import { grantRole, revokeGrant } from './grant-role.ts'
import { createPerson, invitePerson, updatePerson } from './name-person.ts'
import {
  CreatePersonInput,
  GrantRoleInput,
  PersonInput,
  RevokeGrantInput,
  UpdatePersonInput,
} from './people-input.ts'
import {
  CreatePersonPayload,
  EndSessionsPayload,
  ErasePersonPayload,
  GrantRolePayload,
  InvitePersonPayload,
  ReinstatePersonPayload,
  RevokeGrantPayload,
  SuspendPersonPayload,
  UpdatePersonPayload,
} from './people-payload.ts'
import { endSessionsOf, reinstatePerson, suspendPerson } from './suspend-person.ts'

const whom = 'Whose account it is done to.'

@Resolver()
export class EditPeopleResolver {
  @Mutation(() => CreatePersonPayload, {
    description:
      'Makes a local account without rights, with an invitation. Faults: BAD_TEXT, BAD_EMAIL, ALREADY_EXISTS.',
  })
  async createPerson(
    @Arg('input', () => CreatePersonInput, { description: 'The account to make.' })
    input: CreatePersonInput,
    @Ctx() context: RequestContext,
  ): Promise<CreatePersonPayload> {
    return new CreatePersonPayload(await createPerson(context, input))
  }

  @Mutation(() => UpdatePersonPayload, {
    description:
      'Changes name or e-mail; another e-mail ends an invitation. Faults: BAD_TEXT, BAD_EMAIL, ALREADY_EXISTS, NOT_FOUND.',
  })
  async updatePerson(
    @Arg('input', () => UpdatePersonInput, { description: 'What to change.' })
    input: UpdatePersonInput,
    @Ctx() context: RequestContext,
  ): Promise<UpdatePersonPayload> {
    return updatePerson(context, input)
  }

  @Mutation(() => InvitePersonPayload, {
    description:
      'Makes a new one-time link with which a local person chooses a password. Faults: NOT_LOCAL, FORBIDDEN while suspended, NOT_FOUND.',
  })
  async invitePerson(
    @Arg('input', () => PersonInput, { description: whom }) input: PersonInput,
    @Ctx() context: RequestContext,
  ): Promise<InvitePersonPayload> {
    return new InvitePersonPayload(await invitePerson(context, input.personId))
  }

  @Mutation(() => SuspendPersonPayload, {
    description:
      'Closes an account: its sessions end at once, its tokens and views stop. Faults: OWN_ACCOUNT, LAST_ADMIN, NOT_FOUND.',
  })
  async suspendPerson(
    @Arg('input', () => PersonInput, { description: whom }) input: PersonInput,
    @Ctx() context: RequestContext,
  ): Promise<SuspendPersonPayload> {
    return { person: await suspendPerson(context, input.personId) }
  }

  @Mutation(() => ReinstatePersonPayload, {
    description: 'Opens an account again, with the rights it had. Fault: NOT_FOUND.',
  })
  async reinstatePerson(
    @Arg('input', () => PersonInput, { description: whom }) input: PersonInput,
    @Ctx() context: RequestContext,
  ): Promise<ReinstatePersonPayload> {
    return { person: await reinstatePerson(context, input.personId) }
  }

  @Mutation(() => GrantRolePayload, {
    description:
      'Gives somebody else a role; the person has to sign in anew. Faults: OWN_ACCOUNT, BAD_GRANT, NOT_A_PARTY, ALREADY_EXISTS, NOT_FOUND.',
  })
  async grantRole(
    @Arg('input', () => GrantRoleInput, { description: 'What to give to whom.' })
    input: GrantRoleInput,
    @Ctx() context: RequestContext,
  ): Promise<GrantRolePayload> {
    const grant = await grantRole(context, input)
    return { grant, person: grant.person.unwrap() }
  }

  @Mutation(() => RevokeGrantPayload, {
    description:
      'Takes a role away; the person has to sign in anew. Faults: LAST_ADMIN, NOT_FOUND.',
  })
  async revokeGrant(
    @Arg('input', () => RevokeGrantInput, { description: 'Which of the grants that somebody has.' })
    input: RevokeGrantInput,
    @Ctx() context: RequestContext,
  ): Promise<RevokeGrantPayload> {
    return { person: await revokeGrant(context, input.grantId) }
  }

  @Mutation(() => EndSessionsPayload, {
    description: 'Signs a person out of every browser. Fault: NOT_FOUND.',
  })
  async endSessions(
    @Arg('input', () => PersonInput, { description: whom }) input: PersonInput,
    @Ctx() context: RequestContext,
  ): Promise<EndSessionsPayload> {
    return endSessionsOf(context, input.personId)
  }

  @Mutation(() => ErasePersonPayload, {
    description:
      'Replaces name and e-mail by a pseudonym, for good, and ends the account. What the person did stays. Faults: OWN_ACCOUNT, LAST_ADMIN, NOT_FOUND.',
  })
  async erasePerson(
    @Arg('input', () => PersonInput, { description: whom }) input: PersonInput,
    @Ctx() context: RequestContext,
  ): Promise<ErasePersonPayload> {
    return { person: await erasePerson(context, input.personId) }
  }
}
