import { Fault } from '@andel/schema/fault'
import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { readable } from '../access/readable.ts'
import { Budget } from '../budget/budget.entity.ts'
import { ownId } from '../connection/global-id.ts'
import type { RequestContext } from '../context.ts'
import { PresenceCellInput } from './presence.ts'

/** Characters of the name of a page, a row or a column. */
const longest = 100

@InputType({ description: 'Where somebody is in a budget.' })
export class SetPresenceInput {
  @Field(() => ID, { description: 'Global id of the budget.' })
  budgetId: string

  @Field(() => String, { description: 'What the page called itself to `budgetPresence`.' })
  clientId: string

  @Field(() => PresenceCellInput, {
    nullable: true,
    description: 'Where the cursor is; left out: nowhere.',
  })
  cell?: PresenceCellInput | null

  @Field(() => Boolean, { description: 'Whether something is being typed there.' })
  typing: boolean
}

@ObjectType({ description: 'What came of telling where one is.' })
export class SetPresencePayload {
  @Field(() => Boolean, {
    description: 'Whether the page is known to be in the budget, so that others are told.',
  })
  readonly here: boolean

  constructor(here: boolean) {
    this.here = here
  }
}

/** Of letters, digits and signs that every page has, as it is told to many. */
const isName = (text: string): boolean => text.length <= longest && /^[ -~]*$/.test(text)

/** @throws {Fault} `BAD_INPUT` */
export function readClientId(text: string): string {
  if (text.length === 0 || !isName(text))
    throw new Fault('BAD_INPUT', { field: 'clientId', most: longest })
  return text
}

/**
 * Tells others in a budget where somebody is. Nothing is stored.
 *
 * @throws {Fault} `NOT_FOUND`, `BAD_INPUT`
 */
export async function setPresence(
  { em, actor, live }: Pick<RequestContext, 'em' | 'actor' | 'live'>,
  { budgetId, clientId, cell, typing }: SetPresenceInput,
): Promise<SetPresencePayload> {
  const budget = ownId(budgetId, 'Budget')
  const client = readClientId(clientId)
  if (cell && !(isName(cell.row) && isName(cell.column)))
    throw new Fault('BAD_INPUT', { field: 'cell', most: longest })
  if (!(await em.count(Budget, { id: budget, ...readable(actor, 'jointService') })))
    throw new Fault('NOT_FOUND', { budget })
  const place = cell ? { row: cell.row, column: cell.column } : null
  const moved = { client, budget, person: actor.id, cell: place, typing, left: false }
  return new SetPresencePayload(live.presence.move(moved))
}
