import { onScopeDispose, watch } from 'vue'
import type { SheetFragment } from '@andel/schema/operations'
import type { OpenSheet } from '../open-sheet.ts'
import { applyChanges } from './apply-changes.ts'
import type { Change, News } from './change.ts'

interface NewsOptions {
  readonly saving: Pick<
    OpenSheet['saving'],
    'committed' | 'ids' | 'sending' | 'advance' | 'receive'
  >
  /** The sheet read anew; nothing when it is not to be seen any more. May fail: then it is tried again. */
  readWhole(): Promise<SheetFragment | undefined>
  /** What the sheet holds from now on. */
  told(changes: readonly Change[]): void
  gone(): void
}

/** Milliseconds before a sheet that could not be read is read again. */
const patience = 3000

/**
 * Takes what the server tells into the committed facts, in order. What came of an edit of our own waits for its answer, so that
 * it never counts twice; so does, then, what others did after it. What cannot be applied has the sheet read anew.
 */
export function useNews({ saving, readWhole, told, gone }: NewsOptions) {
  const { committed, sending } = saving
  let waiting: readonly Change[] = []
  /** While a sheet is read or replaced, what is told waits. */
  let isBusy = false
  let again: ReturnType<typeof setTimeout> | undefined

  function take({ changes }: News): void {
    waiting = [...waiting, ...changes]
    go()
  }

  function go(): void {
    if (isBusy || waiting.length === 0) return
    const own = sending.value
    const stop = waiting.findIndex(({ batch }) => own !== undefined && batch === own)
    const ready = stop < 0 ? waiting : waiting.slice(0, stop)
    if (ready.length === 0) return
    const next = applyChanges(committed.value, ready, saving.ids.value)
    if (next) return done(ready, () => next !== committed.value && saving.advance(next))
    if (own === undefined) void read() // else its answer brings the whole
  }

  function done(changes: readonly Change[], apply: () => void): void {
    const last = changes.at(-1)?.sequence ?? 0
    waiting = waiting.filter(({ sequence }) => sequence > last)
    isBusy = true
    apply()
    isBusy = false
    told(changes)
    go()
  }

  async function read(): Promise<void> {
    isBusy = true
    const asked = waiting
    try {
      const answer = await readWhole()
      isBusy = false
      if (!answer) return gone()
      // an answer on its way tells the same, and which of it is our own
      if (sending.value === undefined) done(asked, () => saving.receive(answer))
      else go()
    } catch {
      isBusy = false
      clearTimeout(again)
      again = setTimeout(go, patience)
    }
  }

  watch([sending, committed], go, { flush: 'sync' })
  onScopeDispose(() => {
    waiting = []
    clearTimeout(again)
  })

  return {
    take,
    /** From which number to be told on. What waits is then told again. */
    resume(): number {
      waiting = []
      return committed.value.sequence
    },
  }
}
