import { randomBytes } from 'node:crypto'
import { z } from 'zod'

const access = z.enum(['read', 'write', 'admin'])

/** A manifest as GitHub takes it: an address of the webhook is needed, also where that is switched off. */
export const manifest = z.looseObject({
  name: z.string().max(34).optional(),
  url: z.url(),
  hook_attributes: z.strictObject({ url: z.url(), active: z.boolean().optional() }).optional(),
  redirect_url: z.url(),
  public: z.boolean().optional(),
  default_events: z.array(z.string()).optional(),
  default_permissions: z.record(z.string(), access).optional(),
})

export type Manifest = z.infer<typeof manifest>

/** An App that a person had registered by a manifest, until its code is exchanged. */
export interface Registration {
  manifest: Manifest
  /** The login under which it was asked for; null for the person's own account. */
  organization: string | null
}

/** A code under which a registration waits, in GitHub's form. */
export function newCode(): string {
  return randomBytes(20).toString('hex')
}
