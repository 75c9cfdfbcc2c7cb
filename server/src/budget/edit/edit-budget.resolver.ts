import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../../context.ts'
import { editBudget } from './edit-budget.ts'
import { EditBudgetInput } from './edit-input.ts'
import { EditBudgetPayload } from './edit-payload.ts'

@Resolver()
export class EditBudgetResolver {
  @Mutation(() => EditBudgetPayload, {
    description:
      'Applies edits to a budget, all or none, in one transaction, and answers with the new figures.',
  })
  async editBudget(
    @Arg('input', () => EditBudgetInput, { description: 'The edits: all are made, or none.' })
    input: EditBudgetInput,
    @Ctx() context: RequestContext,
  ): Promise<EditBudgetPayload> {
    context.forget()
    const { sheet, ...payload } = await editBudget(context.em, context.actor, input, context.shelf)
    if (sheet) context.sheets.prime(sheet.budget.id, sheet)
    return payload
  }
}
