import type { Api, Loose } from './api.ts'

/** What is asked to find out who asks, and what that person may: not part of any answer. */
const ofAuthentication = /^select [^;]* from [`"](session|api_token|grant)[`"]/i

/** Counts the SQL statements that the product sends, until it is told to stop; those apart that find out who asks. */
export function watchStatements(api: Api): { soFar: () => number; stop: () => void } {
  const connection = api.app.orm.em.getConnection() as Loose
  const own = connection.executeQuery
  let statements = 0
  connection.executeQuery = (...args: unknown[]) => {
    if (!ofAuthentication.test(String(args[0]))) statements += 1
    return own.apply(connection, args)
  }
  return {
    soFar: () => statements,
    stop: () => {
      connection.executeQuery = own
    },
  }
}

/** Does something, and counts the SQL statements that it takes. */
export async function countStatements<T>(
  api: Api,
  act: () => Promise<T>,
): Promise<{ answer: T; statements: number }> {
  const { soFar, stop } = watchStatements(api)
  try {
    const answer = await act()
    return { answer, statements: soFar() }
  } finally {
    stop()
  }
}
