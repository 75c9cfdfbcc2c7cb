import type { SetPopulationsMutation } from '@andel/schema/operations'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { asFailure, type Failure } from '../api/index.ts'
import { newUuid } from '../api/new-uuid.ts'

type Payload = SetPopulationsMutation['setPopulations']

/** What came of a batch, or would come of it. */
export interface BatchOutcome extends Pick<
  Payload,
  'applied' | 'problems' | 'conflicts' | 'effects'
> {
  /** Those that use what is changed, where more use it than are changed. */
  readonly budgets?: Payload['budgets']
}

interface ReviewSource<Input> {
  /** What shall be stored; nothing when there is nothing. */
  input(): Input | undefined
  /** What else is stored with it and changes nothing of what comes of it: a source, a reason. */
  told(): unknown
  /** Sends the batch; with `dryRun` only to be told what would come of it. */
  send(input: Input, how: { dryRun: boolean; clientMutationKey: string }): Promise<BatchOutcome>
}

/**
 * A batch before it is stored: what it would do is asked whenever it changes. It cannot be stored before that
 * is known.
 */
export function useReview<Input>({ input, told, send }: ReviewSource<Input>) {
  const outcome = shallowRef<BatchOutcome>()
  const failure = shallowRef<Failure>()
  const asking = shallowRef(false)
  const storing = shallowRef(false)
  /** Whether what the batch would do is told, for the batch as it is now. */
  const known = computed(() => outcome.value !== undefined && !asking.value)
  let newest = 0
  let key = newUuid()

  async function ask(): Promise<void> {
    const batch = input()
    const mine = ++newest
    asking.value = batch !== undefined
    if (!batch) return void (outcome.value = undefined)
    try {
      const answer = await send(batch, { dryRun: true, clientMutationKey: newUuid() })
      if (mine !== newest) return
      outcome.value = answer
      failure.value = undefined
    } catch (thrown) {
      if (mine !== newest) return
      failure.value = asFailure(thrown)
      outcome.value = undefined
    }
    if (mine === newest) asking.value = false
  }

  const signature = () => JSON.stringify(input() ?? null)
  watch(signature, () => void ask(), { immediate: true })
  watch([signature, () => JSON.stringify(told())], () => (key = newUuid()))
  onScopeDispose(() => (newest += 1))

  /** All of it or nothing; `true`: it is stored. After a failure it can be tried again without harm. */
  async function store(): Promise<boolean> {
    const batch = input()
    if (!batch || !known.value || storing.value) return false
    storing.value = true
    try {
      const answer = await send(batch, { dryRun: false, clientMutationKey: key })
      failure.value = undefined
      if (answer.applied) return true
      outcome.value = answer
    } catch (thrown) {
      failure.value = asFailure(thrown)
    } finally {
      storing.value = false
    }
    return false
  }

  return { outcome, failure, asking, known, storing, ask, store }
}
