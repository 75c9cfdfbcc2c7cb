import { watch, type Ref } from 'vue'
import type { Draft } from '../drafts/draft.ts'
import type { Stored } from '../drafts/take-texts.ts'
import type { DraftBook } from '../drafts/useDrafts.ts'
import type { useReview } from './useReview.ts'

interface DraftReview {
  readonly open: Ref<boolean>
  readonly drafts: DraftBook
  readonly review: Pick<ReturnType<typeof useReview>, 'outcome' | 'store'>
  /** How many drafts are reviewed: with none left there is nothing to review. */
  count(): number
  /** Reads the sheet anew. */
  reload(): Promise<void>
}

interface Overtaken {
  readonly key: string
  readonly draft: Draft
  readonly stored: Stored
}

/** What is done to the drafts of a sheet while they are reviewed, and once they are stored. */
export function useDraftReview({ open, drafts, review, count, reload }: DraftReview) {
  // somebody else has stored something since the sheet was read
  watch(review.outcome, (outcome) => outcome?.conflicts.length && reload())
  watch(count, (left) => left === 0 && (open.value = false))

  /** Mine shall hold: the draft is based on what is stored now, and gone when it says the same. */
  function keep({ key, draft, stored }: Overtaken): void {
    if (draft.kind !== 'value') return
    const { value: before, version } = stored
    drafts.change((next) => {
      if (draft.value === before) next.delete(key)
      else next.set(key, { ...draft, before, version })
    })
  }

  function dropAll(): void {
    drafts.drop([...drafts.drafts.value.keys()])
  }

  /**
   * Stores all of it and leaves the review.
   *
   * @param stored - told so, while the review is still there to say it on
   */
  async function store(stored: () => void): Promise<void> {
    if (!(await review.store())) return
    await reload()
    drafts.settle()
    open.value = false
    stored()
  }

  return { keep, dropAll, store }
}
