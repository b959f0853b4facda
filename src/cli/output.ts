/** Prints a line of a result. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Tells the person at the terminal something that is no result. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Whoever reads our output may stop reading: `resume-on-merge find … | head -1` is done then. */
export function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if ('code' in error && error.code === 'EPIPE') process.exit(0)
      throw error
    })
  }
}

/** Resolves when everything printed has been passed on. */
export async function flush(): Promise<void> {
  await Promise.all(
    [process.stdout, process.stderr].map((stream) => new Promise((resolve) => stream.write('', resolve))),
  )
}
