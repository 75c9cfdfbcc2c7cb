export { Incident, Offline, readFailure, type Failure } from './failure.ts'
export { firstRows, readRows, type FirstRows, type TableRow } from './first-rows.ts'
export { postForm, Refusal, type FormPath } from './post-form.ts'
export { request } from './request.ts'
export { queryHeaders, sendQuery, type WrittenQuery } from './send-query.ts'
export { serverState, type ServerState } from './server-state.ts'
export {
  actAs,
  askEntrance,
  entrances,
  isEntranceAsked,
  isSignedOut,
  isUnauthenticated,
  noteEntrance,
  noteOtherPerson,
} from './session.ts'
export { asFailure, useRequest } from './useRequest.ts'
