import type { LocalIds } from '../sheet/local-ids.ts'
import { namedIds } from '../sheet/write-edit.ts'
import { fieldNames, hold, holdStep } from './hold.ts'
import { unanswered, type Held, type Outbox, type PartObjection, type Step } from './outbox.ts'

/** What a tab that is closed left unsaved. */
export interface LeftBehind {
  readonly tab: string
  readonly outbox: Outbox
}

/**
 * What was left, as another tab can go on with it: things that the server has named go by its name, and what was
 * on its way goes once more just as it went.
 */
export function toGoOn(left: Outbox): Outbox {
  const { sending, waiting, held } = named(left)
  if (!sending) return { ids: {}, waiting, held }
  const { step, mutationKey, inputs } = sending
  return { ids: {}, waiting: [{ ...step, asSent: { mutationKey, inputs } }, ...waiting], held }
}

/**
 * The same, held for whoever left it to look at, each part by itself. What had been sent and adds something goes on: were it
 * stored already, it would be added twice.
 */
export function toLookAt(left: Outbox): Outbox {
  const { waiting, held } = toGoOn(left)
  const goesOn = ({ asSent, entries }: Step): boolean =>
    asSent !== undefined && entries.some(({ edit }) => edit.kind.startsWith('add'))
  const steps = together(waiting.filter((step) => !goesOn(step)))
  return hold({ ids: {}, waiting: waiting.filter(goesOn), held }, steps.map(asLeft))
}

/** All of it as things that are held, to be listed. */
export function listed(left: Outbox): readonly Held[] {
  return [...together(unanswered(named(left))).map(asLeft), ...left.held]
}

function asLeft(step: Step): Held {
  const objections = step.entries.flatMap(({ edit }, entry) =>
    fieldNames(edit).map((field): PartObjection => {
      return { entry, field, objection: { kind: 'left' } }
    }),
  )
  return holdStep(step, objections, { kind: 'left' })
}

/** Steps that are about what an earlier one adds belong to it: neither can be without the other. */
function together(steps: readonly Step[]): readonly Step[] {
  const out: Step[] = []
  for (const step of steps) {
    const names = step.entries.flatMap(({ edit }) => namedIds(edit))
    const index = out.findIndex(({ entries }) =>
      entries.some(
        ({ edit }) =>
          (edit.kind === 'addLine' && names.includes(edit.lineId)) ||
          (edit.kind === 'addKey' && names.includes(edit.keyId)),
      ),
    )
    const before = out[index]
    if (before) out[index] = { ...before, entries: [...before.entries, ...step.entries] }
    else out.push(step)
  }
  return out
}

/** Ids of our own are unlike any other text. */
function named(left: Outbox): Outbox {
  const names: LocalIds = left.ids
  const text = Object.entries(names).reduce(
    (all, [ours, servers]) => all.replaceAll(ours, servers),
    JSON.stringify({ ...left, ids: {} }),
  )
  return JSON.parse(text) as Outbox
}
