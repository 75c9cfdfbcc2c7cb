import { computed, effectScope, shallowRef, watch } from 'vue'
import type { useFigures } from '../figures/useFigures.ts'
import { joinEdits } from '../saving/join-edits.ts'
import type { WayKind } from '../saving/step-kind.ts'
import type { MadeStep, useSaving } from '../saving/useSaving.ts'
import { applyEdit } from '../sheet/apply-edit.ts'
import type { Edit } from '../sheet/edit.ts'
import { newUuid } from '../../api/new-uuid.ts'
import { changes } from './changes.ts'
import { feasible } from './feasible.ts'
import { lastRefused } from './last-refused.ts'
import { withNewKeys } from './new-keys.ts'
import { reverse, type Corrected } from './reverse.ts'
import {
  nextToRedo,
  nextToUndo,
  turnedBy,
  wayTo,
  withoutRefused,
  withStep,
  type LoggedStep,
  type StepLog,
} from './step-log.ts'
import type { StepStore } from './step-store.ts'
import { touchedBy, withoutTouched, type Touched } from './touched.ts'

interface StepsOptions {
  readonly saving: Pick<ReturnType<typeof useSaving>, 'submit' | 'drop' | 'held' | 'ids'>
  readonly figures: Pick<ReturnType<typeof useFigures>, 'meant'>
  readonly store: StepStore
  /** The note of a population figure that is set back. */
  takesBack(before: Corrected): string
}

export type Way = 'undo' | 'redo'

/** A step that cannot be turned without asking, as things have changed since. */
export interface StepQuestion {
  readonly step: LoggedStep
  readonly way: Way
  readonly touched: readonly Touched[]
  /** Whether anything can be turned without touching those; and whether anything can at all. */
  readonly canLeave: boolean
  readonly canInsist: boolean
}

/** `insist`: all of it; `leave`: only what nobody has changed since; `cancel`: nothing. */
export type StepAnswer = 'insist' | 'leave' | 'cancel'

/** Steps that were just turned, in that order; as they stand now. */
export interface Turned {
  readonly way: Way
  readonly steps: readonly LoggedStep[]
}

/** Everything that changes a budget goes through here, so that it can be undone and done again. */
export function useSteps({ saving, figures, store, takesBack }: StepsOptions) {
  const scope = effectScope(true)
  const log = shallowRef<StepLog>(store.read(saving.ids.value))
  const question = shallowRef<StepQuestion>()
  const turned = shallowRef<Turned>()
  let todo: { readonly way: Way; ids: readonly string[]; done: readonly string[] } | undefined

  const sheet = () => figures.meant.value.sheet
  const refused = computed(() => lastRefused(saving.held.value, nextToUndo(log.value)))

  function replace(next: StepLog): void {
    if (next === log.value) return
    log.value = next
    store.write(next, saving.ids.value)
  }

  /**
   * Makes a step: at once in the figures, and as soon as may be on the server. What changes nothing is none.
   *
   * @param typed - by field, when the step is one edit of a cell
   * @param more - what was on screen when somebody began to type it; why, for the log
   */
  function run(
    kind: WayKind,
    edits: readonly Edit[],
    typed?: MadeStep['typed'],
    more?: Partial<Pick<MadeStep, 'seen' | 'base' | 'reason'>>,
  ): void {
    const seen = sheet()
    let now = seen
    const made = joinEdits(edits).filter((edit) => {
      const does = changes(now, edit) // what a line's place is worth follows from the edits before
      if (does) now = applyEdit(now, edit)
      return does
    })
    if (made.length === 0) return
    const id = newUuid()
    const flips = reverse(seen, made, { takesBack })
    if (flips.length > 0) {
      const at = new Date().toISOString()
      replace(withStep(log.value, { id, kind, at, undone: false, batch: id, flips }))
    }
    saving.submit({ id, kind, edits: made, typed, seen, ...more })
  }

  /** Sends what is held again, as a new step that knows what now stands. */
  function insist(heldId: string): void {
    const held = saving.held.value.find(({ id }) => id === heldId)
    const { entry, whole } = held ?? {}
    const edits = whole?.entries.map(({ edit }) => edit) ?? []
    const left = entry ? [entry.edit] : feasible(sheet(), edits)
    if (left.length === 0) return
    saving.drop(heldId)
    run(whole?.kind ?? 'type', left, entry?.typed)
  }

  /** Turns the steps that must be for one to be undone or done again; asks where something has changed since. */
  function turnTo(id: string, way: Way): void {
    todo = { way, ids: wayTo(log.value, id, way), done: [] }
    question.value = undefined
    proceed()
  }

  /** What would be made on the way to a step. */
  function editsTo(id: string, way: Way): readonly Edit[] {
    const ids = wayTo(log.value, id, way)
    return log.value.filter((step) => ids.includes(step.id)).flatMap(({ flips }) => editsOf(flips))
  }

  function proceed(): void {
    while (todo?.ids.length) {
      const step = log.value.find(({ id }) => id === todo?.ids[0])
      const touched = step ? touchedBy(sheet(), step.flips) : []
      if (step && touched.length > 0) return ask(step, touched)
      if (step) turn(step, step.flips)
      next()
    }
    finish()
  }

  function ask(step: LoggedStep, touched: readonly Touched[]): void {
    const can = (flips: LoggedStep['flips']): boolean =>
      feasible(sheet(), editsOf(flips)).length > 0
    question.value = {
      step,
      way: todo!.way,
      touched,
      canLeave: can(withoutTouched(step.flips, touched)),
      canInsist: can(step.flips),
    }
  }

  function answer(given: StepAnswer): void {
    const asked = question.value
    question.value = undefined
    if (!asked || !todo) return
    if (given === 'cancel') return finish()
    const { step, touched } = asked
    turn(step, given === 'insist' ? step.flips : withoutTouched(step.flips, touched))
    next()
    proceed()
  }

  function next(): void {
    if (todo) todo = { ...todo, ids: todo.ids.slice(1), done: [...todo.done, todo.ids[0]!] }
  }

  function finish(): void {
    const { way, done } = todo ?? { way: 'undo', done: [] }
    todo = undefined
    const steps = done.flatMap((id) => log.value.find((step) => step.id === id) ?? [])
    if (steps.length > 0) turned.value = { way, steps }
  }

  /** A step of which nothing can be turned any more leaves the log. */
  function turn({ id }: LoggedStep, flips: LoggedStep['flips']): void {
    const seen = sheet()
    const wanted = feasible(seen, editsOf(flips))
    const { log: renamed, edits } = withNewKeys(log.value, wanted)
    const step = renamed.find((one) => one.id === id)
    if (!step || edits.length === 0) return replace(log.value.filter((one) => one.id !== id))
    const batch = newUuid()
    const after = turnedBy(step, batch, reverse(seen, edits, { takesBack }))
    replace(renamed.map((one) => (one === step ? after : one)))
    const kind = step.undone ? 'redo' : 'undo'
    saving.submit({ id: batch, kind, reason: `${kind} of ${step.batch}`, edits, seen })
  }

  function turnNext(way: Way): void {
    const step = way === 'undo' ? nextToUndo(log.value) : nextToRedo(log.value)
    if (way === 'undo' && refused.value) saving.drop(refused.value.id)
    else if (step) turnTo(step.id, way)
  }

  scope.run(() => {
    watch(
      saving.held,
      (held) => {
        const refused = new Set(held.flatMap(({ step }) => step ?? []))
        replace(withoutRefused(log.value, refused))
      },
      { immediate: true, flush: 'sync' },
    )
    watch(saving.ids, (ids) => store.write(log.value, ids), { flush: 'sync' })
  })
  const unwatch = store.watch(() => (log.value = store.read(saving.ids.value)))

  return {
    run,
    insist,
    undo: () => turnNext('undo'),
    redo: () => turnNext('redo'),
    turnTo,
    editsTo,
    /** What undo would take back first: a value that does not count. */
    refused,
    /** The step that undo would take back. */
    undoable: computed(() => nextToUndo(log.value)),
    /** The step that redo would do again. */
    redoable: computed(() => nextToRedo(log.value)),
    /** Newest first. */
    list: computed(() => log.value.toReversed()),
    question,
    answer,
    turned,
    stop(): void {
      scope.stop()
      unwatch()
    },
  }
}

function editsOf(flips: LoggedStep['flips']): readonly Edit[] {
  return flips.map(({ edit }) => edit)
}
