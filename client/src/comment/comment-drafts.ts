import { newUuid } from '../api/new-uuid.ts'

/** What somebody is writing: it outlives a closed panel and a reload. */
export interface CommentDraft {
  readonly text: string
  /** What was sent, under which id, without an answer: sent again it is stored once. */
  readonly sent?: { readonly id: string; readonly text: string }
}

export interface DraftStore {
  /** @param about - a thread, or a place for a new one */
  read(about: string): CommentDraft
  write(about: string, draft: CommentDraft): void
}

const start = 'andel.comment '

/** Keeps what somebody writes about a budget in the browser's storage. */
export function commentDrafts(storage: Storage, budgetId: string, person: string): DraftStore {
  const place = (about: string): string => `${start}${budgetId} ${person} ${about}`
  return {
    read: (about) => readDraft(storage.getItem(place(about))),
    write(about, draft) {
      try {
        if (draft.text.trim() === '') storage.removeItem(place(about))
        else storage.setItem(place(about), JSON.stringify(draft))
      } catch {
        // no room left: the text is known until the page is left
      }
    },
  }
}

/** Where what somebody writes is kept, of all budgets. */
export function commentDraftPlaces(storage: Storage, person: string): readonly string[] {
  return Object.keys(storage).filter(
    (place) => place.startsWith(start) && place.split(' ')[2] === person,
  )
}

/** A draft that is about to be sent: under the same id as before, as long as the text is the same. */
export function aboutToSend({ text, sent }: CommentDraft): Required<CommentDraft> {
  return { text, sent: sent?.text === text ? sent : { id: newUuid(), text } }
}

function readDraft(stored: string | null): CommentDraft {
  try {
    const { text, sent } = JSON.parse(stored ?? '{}') as Partial<CommentDraft>
    if (typeof text !== 'string') return { text: '' }
    const isSent = typeof sent?.id === 'string' && typeof sent.text === 'string'
    return isSent ? { text, sent } : { text }
  } catch {
    return { text: '' } // of another version, or somebody has been in the storage
  }
}
