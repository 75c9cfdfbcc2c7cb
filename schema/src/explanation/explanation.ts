/** The links of the chain, from the amount to the agreement. */
export const explanationTopics = [
  'AMOUNT', // who bears how much of what
  'LINE', // where the line's amount comes from
  'SHARE', // from the share to the amount, and what was left over
  'STEPS', // how the share was rounded, and what was left over
  'WEIGHT', // the exact share
  'BASIS', // what weighed: inhabitants, percentages, use; one step for each part of a key
  'KEY', // its name and rounding
  'AGREEMENT', // what it all rests on
] as const
export type ExplanationTopic = (typeof explanationTopics)[number]

/** One link of the chain, in whole sentences. */
export interface ExplanationStep {
  readonly topic: ExplanationTopic
  readonly text: string
}
