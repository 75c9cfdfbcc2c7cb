import { part } from './part.js'

/** Who may do what. */
export default part('access', ['server/src/access/*.ts'])
