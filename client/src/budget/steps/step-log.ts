import type { WayKind } from '../saving/step-kind.ts'
import type { Flip } from './flip.ts'

/** Something done in this browser that can be undone, or has been and can be done again. */
export interface LoggedStep {
  /** The batch that it was first sent as. */
  readonly id: string
  readonly kind: WayKind
  /** ISO time. */
  readonly at: string
  readonly undone: boolean
  /** The newest batch that it was sent, undone or done again as. */
  readonly batch: string
  /** What turns it: undoes it, or does it again when it is undone. */
  readonly flips: readonly Flip[]
  /** How it stood before it was last turned, in case the server refuses that. */
  readonly prior?: Pick<LoggedStep, 'undone' | 'batch' | 'flips'> | undefined
}

/** Oldest first. */
export type StepLog = readonly LoggedStep[]

const mostSteps = 100

/** A new step: what was undone before it can no longer be done again. */
export function withStep(log: StepLog, step: LoggedStep): StepLog {
  return [...log.filter(({ undone }) => !undone), step].slice(-mostSteps)
}

/** A step as it stands after having been turned by a batch. */
export function turnedBy(step: LoggedStep, batch: string, flips: readonly Flip[]): LoggedStep {
  const { undone, batch: former, flips: old } = step
  return {
    ...step,
    undone: !undone,
    batch,
    flips,
    prior: { undone, batch: former, flips: old },
  }
}

/** Without what the server refused: such a step was not made, and such an undo was not either. */
export function withoutRefused(log: StepLog, refused: ReadonlySet<string>): StepLog {
  const isConcerned = ({ id, batch }: LoggedStep) => refused.has(id) || refused.has(batch)
  if (!log.some(isConcerned)) return log
  return log.flatMap((step) => {
    if (!isConcerned(step)) return [step]
    return refused.has(step.id) || !step.prior ? [] : [{ ...step, ...step.prior, prior: undefined }]
  })
}

/** The step that undo would take back. */
export function nextToUndo(log: StepLog): LoggedStep | undefined {
  return log.findLast(({ undone }) => !undone)
}

/** The step that redo would do again. */
export function nextToRedo(log: StepLog): LoggedStep | undefined {
  return log.find(({ undone }) => undone)
}

/** The ids of all steps that must be turned so that one is, in order; nothing when it is so already. */
export function wayTo(log: StepLog, id: string, way: 'undo' | 'redo'): readonly string[] {
  const open = log.filter(({ undone }) => undone === (way === 'redo'))
  const inOrder = way === 'undo' ? open.toReversed() : open
  const index = inOrder.findIndex((step) => step.id === id)
  return inOrder.slice(0, index + 1).map((step) => step.id)
}
