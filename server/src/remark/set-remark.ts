import { Fault } from '@andel/schema/fault'
import { ref } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import { readable } from '../access/readable.ts'
import { BudgetLine } from '../budget/budget-line.entity.ts'
import { ownId } from '../connection/global-id.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { Remark } from './remark.entity.ts'
import type { SetRemarkInput } from './set-remark-input.ts'

const longest = 5000

/**
 * Writes the remark of a municipality on a line, in place of the one it had; an empty text removes it.
 *
 * @returns the remark; null when there is none any more
 * @throws {Fault} `NOT_FOUND`, `FORBIDDEN`, `BAD_TEXT`
 */
export async function setRemark(
  em: EntityManager,
  actor: Actor,
  { lineId, municipalityCode: code, text: given }: SetRemarkInput,
): Promise<Remark | null> {
  const id = ownId(lineId, 'BudgetLine')
  const line = await em.findOne(
    BudgetLine,
    { id, ...readable(actor, 'budget', 'jointService') },
    { populate: ['budget'] },
  )
  if (!line) throw new Fault('NOT_FOUND', { line: lineId })
  const jointService = line.budget.unwrap().jointService.id
  authorize(actor, 'remark.edit', { jointService, municipality: code })
  const text = given.trim()
  if (text.length > longest) throw new Fault('BAD_TEXT', { field: 'text', most: longest })

  return em.transactional(async (tx) => {
    const known = await tx.findOne(Remark, { lineId: id, municipality: code })
    if (text === '') {
      if (known) tx.remove(known)
      return null
    }
    const written = { text, actor: actor.id, at: new Date() }
    if (known) return tx.assign(known, written)
    return tx.create(Remark, {
      ...written,
      budget: ref(line.budget.unwrap()),
      lineId: id,
      municipality: ref(Municipality, code),
    })
  })
}
