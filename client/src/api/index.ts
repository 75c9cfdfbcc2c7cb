export { Incident, Offline, type Failure } from './failure.ts'
export { request } from './request.ts'
export { serverState, type ServerState } from './server-state.ts'
export { asFailure, useRequest } from './useRequest.ts'
