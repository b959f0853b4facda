import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { packageRoot } from '../package-root.ts'

const file = join(packageRoot(), 'app.yml')

/** Where GitHub sends deliveries to, below the public address. */
const hookPath = '/api/github/webhooks'

/** GitHub wants an address for a webhook that is switched off, too; nobody serves this one. */
const noAddress = 'https://example.com'

const manifestSchema = z.looseObject({
  name: z.string(),
  default_events: z.array(z.string()),
  default_permissions: z.record(z.string(), z.string()),
  single_file_name: z.string().optional(),
})

/** What GitHub is asked for, as `app.yml` says it. */
export type Manifest = z.infer<typeof manifestSchema>

export function readManifest(): Manifest {
  return manifestSchema.parse(parse(readFileSync(file, 'utf8')))
}

/** The address of the webhook for a server that GitHub reaches at `publicUrl`. */
export function hookUrlOf(publicUrl: string): string {
  return `${publicUrl}${hookPath}`
}

/**
 * The manifest as GitHub takes it.
 *
 * @param publicUrl where GitHub reaches us; null leaves the webhook switched off
 * @param redirectUrl where GitHub leads back to
 */
export function completeManifest(manifest: Manifest, publicUrl: string | null, redirectUrl: string): string {
  const hook = { url: hookUrlOf(publicUrl ?? noAddress), active: publicUrl !== null }
  return JSON.stringify({ ...manifest, hook_attributes: hook, redirect_url: redirectUrl })
}
