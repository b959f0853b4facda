import type { Obstacle } from '../../resume/index.ts'

/** What keeps a run from being decided. */
export const obstacles: Record<Obstacle['because'], { says: string; next: string }> = {
  unreachable: {
    says: 'Prefect could not be reached',
    next: 'Check PREFECT_API_URL, and that Prefect can be reached from the server.',
  },
  'no-access': {
    says: 'Prefect does not let us in',
    next: 'Check PREFECT_API_KEY or PREFECT_API_AUTH_STRING, and that its role may run flows.',
  },
  'settings-unreadable': {
    says: "the repository's .github/resume-on-merge.yml could not be read",
    next: 'Check that the App may read it, and that GitHub can be reached from the server.',
  },
}
