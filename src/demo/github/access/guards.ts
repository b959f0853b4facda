import type { Answer, StandInRequest } from '../../http/index.ts'
import { notFound, refuse } from '../routes/refuse.ts'
import type { Repository } from '../world/repository.ts'
import type { World } from '../world/world.ts'
import { installationOf } from './tokens.ts'
import { verifyAppToken } from './verify-app-token.ts'

type Handle = (request: StandInRequest, ...values: string[]) => Answer
type RepositoryHandle = (repository: Repository, request: StandInRequest, ...values: string[]) => Answer

/** Lets only the App itself in, which proves with its key who it is. */
export function asApp(world: World, handle: Handle): Handle {
  return (request, ...values) => {
    const token = credentials(request)
    if (token === null) return refuse(401, 'A JSON web token could not be decoded')
    const wrong = verifyAppToken(world.app, token)
    return wrong === null ? handle(request, ...values) : refuse(401, wrong)
  }
}

/** Lets only an installation in that covers the repository; the first two values of the path name that. */
export function onRepository(world: World, handle: RepositoryHandle): Handle {
  return (request, owner, name, ...values) => {
    const installation = installationOf(world, credentials(request) ?? '')
    if (installation === null) return refuse(401, 'Bad credentials')
    if (installation.suspendedAt !== null) return refuse(403, 'This installation has been suspended')
    const repository = world.repositories.get(`${owner}/${name}`.toLowerCase())
    const covered = repository?.installed === true && repository.owner === installation.account
    return covered ? handle(repository, request, ...values) : notFound()
  }
}

function credentials({ headers }: StandInRequest): string | null {
  return /^(?:bearer|token) (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null
}
