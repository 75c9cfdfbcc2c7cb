export { monthsCovered, participantsOf } from './months-covered.ts'
export { noticeTakesEffect } from './notice.ts'
export { inForce, type Participation } from './participation.ts'
