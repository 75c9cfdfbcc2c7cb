export {
  dateInWords,
  explainAgreement,
  explainKey,
  type KeyInWords,
  type KeyProvenance,
} from './explain-key.ts'
export { explainTotal, type LinePart } from './explain-total.ts'
export { explainInWords, explainShare } from './explain-share.ts'
export { explanationTopics, type ExplanationStep, type ExplanationTopic } from './explanation.ts'
export type { PopulationProvenance, PopulationQuality, Provenance } from './provenance.ts'
