/** Bodies, with their media types, of a 404 that something in front of Prefect gave. */
export const notPrefects = [
  ['{"error":"no upstream"}', 'application/json'],
  ['{"message":"no Route matched with those values"}', 'application/json'],
  ['{"detail":["no upstream"]}', 'application/json'],
  ['["Flow run not found"]', 'application/json'],
  ['"Flow run not found"', 'application/json'],
  ['null', 'application/json'],
  ['{"title":"Not Found","status":404,"detail":"no upstream"}', 'application/problem+json'],
  ['', 'application/json'],
  ['<html>no such page</html>', 'text/html; charset=utf-8'],
] as const
