import type { EditBudgetInput, SheetFragment } from '@andel/schema/operations'
import { Fault } from '@andel/schema/fault'
import { computed, shallowRef, watch, type WatchHandle } from 'vue'
import { asFailure, entrances, isUnauthenticated, type Failure } from '../../api/index.ts'
import type { Edit } from '../sheet/edit.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import type { PopulationRecords, Sheet } from '../sheet/sheet.ts'
import { withRecords } from '../sheet/with-records.ts'
import { newUuid } from '../../api/new-uuid.ts'
import { basedOn, carryForward } from './based-on.ts'
import { rebased, rebasedSteps } from './rebased.ts'
import { hold, refuseBatch } from './hold.ts'
import {
  hasUnsaved,
  pendingEdits,
  type Entry,
  type Held,
  type Outbox,
  type Step,
} from './outbox.ts'
import { saveState } from './save-state.ts'
import { settle, type Answer } from './settle.ts'
import { takeBatch } from './take-batch.ts'
import type { UnsentStore } from './unsent-store.ts'

interface SavingOptions {
  /** What the server has. */
  readonly loaded: Sheet
  readonly send: (input: EditBudgetInput) => Promise<Answer>
  readonly store: UnsentStore
}

/** Edits made in one go. */
export interface MadeStep extends Pick<Step, 'id' | 'kind' | 'reason'> {
  /** At most one for each line: see `joinEdits`. */
  readonly edits: readonly Edit[]
  /** What was typed, by field, when the step is one edit of a cell. */
  readonly typed?: Entry['typed']
  /** The sheet as it was on screen, with what the server has not answered yet. */
  readonly seen: Sheet
  /** What the server had then, where it may have got something newer since. */
  readonly base?: Sheet | undefined
}

interface Standing {
  readonly committed: Sheet
  readonly outbox: Outbox
}

/** Seconds before the next try, after the first, second … failure. */
const patience = [1, 2, 4, 8, 15, 30]
/** Milliseconds without an answer after which a request may be given up, when told to try again. */
const silence = 10_000

/**
 * Sends steps in order, one at a time, until the server has answered each. One that met no server is sent
 * again, the very same; the first answer counts. Nothing typed is ever dropped by itself.
 */
export function useSaving({ loaded, send, store }: SavingOptions) {
  // one value, so that figures never count an answered edit twice or not at all
  const standing = shallowRef<Standing>({
    committed: loaded,
    outbox: rebased(store.read(), loaded),
  })
  const committed = computed(() => standing.value.committed)
  const outbox = computed(() => standing.value.outbox)
  const failure = shallowRef<Failure>()
  const savedAt = shallowRef<Date>()
  let failures = 0
  /** The newest request that has no answer yet. */
  let out: { readonly at: number } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let unwatch: WatchHandle | undefined

  const state = computed(() => saveState(outbox.value, failure.value, savedAt.value))

  function replace(next: Outbox, truth: Sheet = committed.value): void {
    standing.value = { committed: truth, outbox: next }
    store.write(next)
  }

  async function flush(): Promise<void> {
    if (outbox.value.sending) return
    const taken = takeBatch(outbox.value, newUuid())
    if (taken === outbox.value) return
    replace(taken)
    await transmit()
  }

  async function transmit(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const batch = outbox.value.sending
    if (!batch) return
    const { mutationKey: clientMutationKey, inputs: edits, step } = batch
    const budgetId = committed.value.id
    const input = {
      budgetId,
      clientMutationKey,
      edits,
      ...(step.reason && { reason: step.reason }),
    }
    const sent = { at: Date.now() }
    out = sent
    const isAwaited = () => outbox.value.sending?.mutationKey === clientMutationKey
    try {
      const answer = await send(input)
      if (isAwaited()) settled(answer)
    } catch (thrown) {
      if (isAwaited() && out === sent) failed(asFailure(thrown))
    } finally {
      if (out === sent) out = undefined
    }
  }

  function settled(answer: Answer): void {
    const next = settle(outbox.value, committed.value, answer)
    replace(next.outbox, next.committed)
    reachedServer()
    if (answer.applied) savedAt.value = new Date()
    void flush()
  }

  function failed(cause: Failure): void {
    if (isUnauthenticated(cause)) {
      failure.value = cause // goes on when somebody has signed in
      return
    }
    if (cause instanceof Fault) {
      replace(refuseBatch(outbox.value, { kind: 'refused', code: cause.code }))
      reachedServer()
      return void flush()
    }
    failure.value = cause
    const seconds = patience[Math.min(failures, patience.length - 1)]!
    failures += 1
    timer = setTimeout(transmit, seconds * 1000)
  }

  function reachedServer(): void {
    failures = 0
    failure.value = undefined
  }

  /** Takes over what the server has now, told otherwise than as an answer to an edit. */
  function receive(answer: SheetFragment): void {
    if (answer.sequence < committed.value.sequence) return
    const sheet = readSheet(answer, outbox.value.ids)
    advance(withRecords(sheet, committed.value.records))
  }

  /** The same, when it follows from what the server had. */
  function advance(truth: Sheet): void {
    replace(rebased(outbox.value, truth), truth)
  }

  /** Makes population figures known that no key of the budget uses yet. */
  function learn(records: PopulationRecords): void {
    replace(outbox.value, withRecords(committed.value, records))
  }

  /** Takes a step into the figures at once and sends it as soon as may be. */
  function submit({ id, kind, reason, edits, typed, seen, base }: MadeStep): void {
    const truth = committed.value
    const entries = edits.map((edit, index) => ({
      edit,
      based: base
        ? carryForward(basedOn(base, edit, seen), truth, edit, [])
        : basedOn(truth, edit, seen),
      typed: index === 0 ? typed : undefined,
    }))
    const at = new Date().toISOString()
    const { waiting } = outbox.value
    replace({ ...outbox.value, waiting: [...waiting, { id, kind, reason, at, entries }] })
    void flush()
  }

  /** Keeps what cannot be read, or what the server refused, without counting it. */
  function keep(held: Omit<Held, 'at'>): void {
    replace(hold(outbox.value, [{ ...held, at: new Date().toISOString() }]))
  }

  /** Forgets a held thing: what stands on the server is shown again. */
  function drop(id: string): void {
    const held = outbox.value.held.filter((one) => one.id !== id)
    if (held.length < outbox.value.held.length) replace({ ...outbox.value, held })
  }

  /** Takes over what a tab that is closed left: it is sent after what waits here. */
  function absorb(left: Outbox): void {
    const { ids, sending, waiting, held } = outbox.value
    const known = { ...left.ids, ...ids }
    const steps = [...waiting, ...rebasedSteps(left.waiting, committed.value)]
    replace(hold({ ids: known, sending, waiting: steps, held }, left.held))
    void flush()
  }

  /** Something held is otherwise now: partly decided, or against something newer. */
  function amend(changed: Held): void {
    const held = outbox.value.held.map((one) => (one.id === changed.id ? changed : one))
    replace({ ...outbox.value, held })
  }

  /** Tries at once instead of when its time has come; not while the last try may still be answered. */
  function retry(): void {
    const mayAnswer = out && Date.now() - out.at < silence
    if (failure.value && !mayAnswer) void transmit()
  }

  /** Begins, with what an earlier visit left unsent. */
  function start(): void {
    if (outbox.value.sending) void transmit()
    else void flush()
    globalThis.addEventListener?.('online', retry)
    unwatch = watch(entrances, retry)
  }

  function stop(): void {
    clearTimeout(timer)
    globalThis.removeEventListener?.('online', retry)
    unwatch?.()
  }

  return {
    state,
    /** The server's truth. */
    committed,
    held: computed(() => outbox.value.held),
    pending: computed(() => pendingEdits(outbox.value)),
    unsaved: computed(() => hasUnsaved(outbox.value)),
    /** The server's ids of what was added here. */
    ids: computed(() => outbox.value.ids),
    /** The mutation key of what is on its way. */
    sending: computed(() => outbox.value.sending?.mutationKey),
    submit,
    receive,
    advance,
    learn,
    keep,
    drop,
    amend,
    absorb,
    retry,
    start,
    stop,
  }
}
