import { z } from 'zod'

/** Prefect takes ids in any case, and so do people; compared is the lower one. */
export const id = z.string().toLowerCase()
