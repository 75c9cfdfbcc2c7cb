import { Field, ObjectType } from 'type-graphql'
import { Change } from './change.entity.ts'
import { EditConflict } from './edit-conflict.ts'
import { EditProblem } from './edit-problem.ts'

/** What the fields that every payload has are said to be. */
const words = {
  applied: 'Whether the edits are stored: all of them, or none.',
  replayed: 'Whether they had been stored before, by an earlier try with the same key.',
  changes: 'What was changed, in order. An edit that changes nothing leaves no change.',
  problems: 'Why edits cannot be applied.',
  conflicts: 'Where somebody else was first.',
}

/** What comes of any batch of edits; a payload says in its own words what is otherwise with it. */
export function editPayload(own: Partial<typeof words> = {}) {
  const said = { ...words, ...own }

  @ObjectType()
  abstract class EditPayload {
    @Field(() => Boolean, { description: said.applied })
    applied: boolean

    @Field(() => Boolean, { description: said.replayed })
    replayed: boolean

    @Field(() => [Change], { description: said.changes })
    changes: Change[]

    @Field(() => [EditProblem], { description: said.problems })
    problems: EditProblem[]

    @Field(() => [EditConflict], { description: said.conflicts })
    conflicts: EditConflict[]
  }
  return EditPayload
}
