import { Field, ID, ObjectType } from 'type-graphql'
import { TableProblem } from '../table/table-outline.ts'
import { SavedView } from './saved-view.entity.ts'

const tokenText =
  'What opens the address of the view. Shown this once: only a digest of it is kept.'

@ObjectType({ description: 'What became of a view that was to be saved.' })
export class SaveViewPayload {
  @Field(() => SavedView, {
    nullable: true,
    description: 'The view; null when the query cannot become a table.',
  })
  readonly view: SavedView | null

  @Field(() => String, { nullable: true, description: tokenText })
  readonly token: string | null

  @Field(() => TableProblem, { nullable: true, description: 'Why nothing was saved.' })
  readonly problem: TableProblem | null
}

@ObjectType({ description: 'What became of a view that was to be changed.' })
export class UpdateViewPayload {
  @Field(() => SavedView, { description: 'The view as it now is.' })
  readonly view: SavedView

  @Field(() => TableProblem, { nullable: true, description: 'Why nothing was changed.' })
  readonly problem: TableProblem | null
}

@ObjectType({ description: 'A view that is no more.' })
export class RemoveViewPayload {
  @Field(() => ID, { description: 'Its global id.' })
  readonly id: string
}

@ObjectType({ description: 'A view with a new token; the one before has stopped working.' })
export class RenewViewTokenPayload {
  @Field(() => SavedView, { description: 'The view, as it then is.' })
  readonly view: SavedView

  @Field(() => String, { description: tokenText })
  readonly token: string
}

@ObjectType({ description: 'A view that nothing opens until it gets a new token.' })
export class RevokeViewTokenPayload {
  @Field(() => SavedView, { description: 'The view, as it then is.' })
  readonly view: SavedView
}
