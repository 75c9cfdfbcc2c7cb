import { Fault } from '@andel/schema/fault'
import { LockMode } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import { ownId } from '../connection/global-id.ts'
import type { RequestContext } from '../context.ts'
import { Person } from '../person/person.entity.ts'

/** What an edit of an account works with. */
export type Editing = Pick<RequestContext, 'em' | 'actor' | 'forget' | 'forgetRights'>

/**
 * Does something to a person, all of it or nothing. One at a time for each person; who asks next is looked up anew.
 *
 * @param globalId - of the person
 * @throws {Fault} `NOT_FOUND` for nobody, and for who has been erased
 */
export async function editPerson<T>(
  editing: Editing,
  globalId: string,
  edit: (tx: EntityManager, person: Person) => Promise<T>,
): Promise<T> {
  const { em, actor } = editing
  authorize(actor, 'people.edit')
  const id = ownId(globalId, 'Person')
  const edited = await em.transactional(async (tx) => {
    const person = await tx.findOne(
      Person,
      { id, erasedAt: null },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    )
    if (!person) throw new Fault('NOT_FOUND', { person: globalId })
    return edit(tx, person)
  })
  editing.forget()
  editing.forgetRights()
  return edited
}

/** @throws {Fault} `OWN_ACCOUNT` for what nobody does to the own account */
export function requireOther(actor: Actor, { id }: Person): void {
  if (actor.id === id) throw new Fault('OWN_ACCOUNT')
}
