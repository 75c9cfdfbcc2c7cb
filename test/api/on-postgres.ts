// Has the tests of a file on PostgreSQL.
import { inject } from 'vitest'
import { useServer } from './databases.ts'

useServer(inject('postgres'))
