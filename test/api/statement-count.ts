import type { Api, Loose } from './api.ts'

/** Does something, and counts the SQL statements that it takes. */
export async function countStatements<T>(
  api: Api,
  act: () => Promise<T>,
): Promise<{ answer: T; statements: number }> {
  const connection = api.app.orm.em.getConnection() as Loose
  const own = connection.executeQuery
  let statements = 0
  connection.executeQuery = (...args: unknown[]) => {
    statements += 1
    return own.apply(connection, args)
  }
  try {
    const answer = await act()
    return { answer, statements }
  } finally {
    connection.executeQuery = own
  }
}
