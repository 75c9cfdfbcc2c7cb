export type { Content, Fact, Facts, LoggedChange, Misfit } from './facts.ts'
export { firstDifference, sameValue } from './facts.ts'
export { replay, rewind } from './replay.ts'
