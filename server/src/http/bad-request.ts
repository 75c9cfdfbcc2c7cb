import type { Sentence } from './sentence.ts'

/** What HTTP itself refuses; the sentence is for whoever sent it. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest'
  readonly sentence: Sentence

  /**
   * @param sentence - a plain text is told in every language
   * @param code - of the error in GraphQL's shape
   */
  constructor(
    sentence: Sentence | string,
    readonly status = 400,
    readonly code = 'BAD_REQUEST',
  ) {
    const both = typeof sentence === 'string' ? { sv: sentence, en: sentence } : sentence
    super(both.sv)
    this.sentence = both
  }
}
