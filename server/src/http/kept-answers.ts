import { LRUCache } from 'lru-cache'

/** An answer as it goes over the wire. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Buffer
}

/** What an answer may be asked for again by, while nothing has changed. */
export interface AnswerKey {
  /** What it was asked for with: question, media type, encoding, whose rights. */
  readonly question: string
  /** Of the data when the question was put. */
  readonly version: string
}

/** What the books about an answer take beside its bytes, roughly. */
const overhead = 1024

/**
 * Answers kept as bytes, for questions that are asked again while no data has changed. Bounded: the least recently used
 * goes first, and a change of the data empties it all.
 */
export class KeptAnswers {
  private readonly answers: LRUCache<string, Answer>
  private version: string | undefined

  /** @param capacity - bytes of all answers together; a single one may take a quarter */
  constructor(capacity: number) {
    this.answers = new LRUCache({
      maxSize: capacity,
      maxEntrySize: capacity / 4,
      sizeCalculation: ({ bytes }, question) => bytes.length + question.length + overhead,
    })
  }

  find({ question, version }: AnswerKey): Answer | undefined {
    return version === this.version ? this.answers.get(question) : undefined
  }

  keep({ question, version }: AnswerKey, answer: Answer): void {
    if (version !== this.version) this.answers.clear()
    this.version = version
    this.answers.set(question, answer)
  }
}
