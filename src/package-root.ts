import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'

const packageSchema = z.object({ name: z.string(), version: z.string() })

/** The folder of this package: what ships beside the code (templates, the manifest) lies in it. */
export function packageRoot(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
}

/** The name and version of this package. */
export function readPackage(): { name: string; version: string } {
  return packageSchema.parse(JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')))
}
