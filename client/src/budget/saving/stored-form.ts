import { newUuid } from '../../api/new-uuid.ts'
import type { Entry, Held, Outbox, Step } from './outbox.ts'

/** Raised when the shape of `Outbox` changes. */
const form = 2

/** Before there were steps: edits waited one by one, and what was sent together belonged together. */
interface FirstForm extends Pick<Outbox, 'ids'> {
  readonly sending?: Pick<NonNullable<Outbox['sending']>, 'mutationKey' | 'inputs'> & {
    readonly entries: readonly Entry[]
  }
  readonly waiting: readonly Entry[]
  readonly held: readonly Held[]
}

export function writeStored(outbox: Outbox): string {
  return JSON.stringify({ form, outbox })
}

/** What was stored by this version or the one before; nothing when it is anything else. */
export function readStored(text: string | null): Outbox | undefined {
  try {
    const stored: unknown = JSON.parse(text ?? 'null')
    if (!isStored(stored)) return undefined
    if (stored.form === form) return stored.outbox as Outbox
    return stored.form === 1 ? inSteps(stored.outbox as FirstForm) : undefined
  } catch {
    return undefined
  }
}

function inSteps({ ids, sending, waiting, held }: FirstForm): Outbox {
  const step = (id: string, entries: readonly Entry[]): Step => ({ id, kind: 'type', entries })
  return {
    ids,
    sending: sending && {
      mutationKey: sending.mutationKey,
      inputs: sending.inputs,
      step: step(sending.mutationKey, sending.entries),
    },
    waiting: waiting.map((entry) => step(newUuid(), [entry])),
    held,
  }
}

function isStored(stored: unknown): stored is { form: unknown; outbox: object } {
  return (
    typeof stored === 'object' &&
    stored !== null &&
    'form' in stored &&
    'outbox' in stored &&
    typeof stored.outbox === 'object' &&
    stored.outbox !== null
  )
}
