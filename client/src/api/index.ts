export { Incident, Offline, type Failure } from './failure.ts'
export { request } from './request.ts'
export { asFailure, useRequest } from './useRequest.ts'
