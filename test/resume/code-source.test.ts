import { expect, test } from 'vitest'
import type { Deployment } from '../../src/prefect/index.ts'
import { bringsMerge, codeSourceOf } from '../../src/resume/code-source.ts'
import { aMerge } from '../fixtures/a-merge.ts'
import { aDeployment } from '../fixtures/prefect-facts.ts'

const clone = (inputs: Record<string, string>): Partial<Deployment> => ({
  pullSteps: [{ step: 'prefect.deployments.steps.git_clone', inputs }],
})
const git = (more: object) => ({ kind: 'git', branch: null, commit: null, ...more })
const etl = 'https://github.com/acme/etl.git'

test.each<[string, Partial<Deployment>, object, boolean]>([
  [
    'the branch that was merged into',
    clone({ repository: etl, branch: 'main' }),
    git({ repository: etl, branch: 'main' }),
    true,
  ],
  ['the default branch, where none is named', clone({ repository: etl }), git({ repository: etl }), true],
  [
    'the repository by SSH, in other case',
    clone({ repository: 'git@github.com:Acme/ETL.git', branch: 'main' }),
    git({ repository: 'git@github.com:Acme/ETL.git', branch: 'main' }),
    true,
  ],
  [
    'the repository with a token, which is not told',
    clone({ repository: 'https://x-access-token:ghp_secret@github.com/acme/etl', branch: 'main' }),
    git({ repository: 'https://github.com/acme/etl', branch: 'main' }),
    true,
  ],
  [
    'the repository with a token that has a slash, which is not told',
    clone({ repository: 'https://x-access-token:ghp/se#cret@github.com/acme/etl', branch: 'main' }),
    git({ repository: 'https://github.com/acme/etl', branch: 'main' }),
    true,
  ],
  [
    'the repository with a token in the query, which is not told',
    clone({ repository: ' https://github.com/acme/etl.git?access_token=ghp_secret', branch: 'main' }),
    git({ repository: 'https://github.com/acme/etl.git', branch: 'main' }),
    true,
  ],
  [
    'another branch',
    clone({ repository: etl, branch: 'release' }),
    git({ repository: etl, branch: 'release' }),
    false,
  ],
  ['a tag', clone({ repository: etl, tag: 'v1' }), git({ repository: etl, branch: 'v1' }), false],
  [
    'a pinned commit',
    clone({ repository: etl, branch: 'main', commit_sha: 'f00' }),
    git({ repository: etl, branch: 'main', commit: 'f00' }),
    false,
  ],
  [
    'another repository',
    clone({ repository: 'https://github.com/acme/other' }),
    git({ repository: 'https://github.com/acme/other' }),
    false,
  ],
  [
    'a repository whose name only ends so',
    clone({ repository: 'https://github.com/xacme/etl' }),
    git({ repository: 'https://github.com/xacme/etl' }),
    false,
  ],
  ['an image', { image: 'acme/etl:1', pullSteps: [] }, { kind: 'image', image: 'acme/etl:1' }, false],
  [
    'an image into which the code is cloned',
    { ...clone({ repository: etl }), image: 'acme/base' },
    git({ repository: etl }),
    true,
  ],
  [
    'a folder that is entered',
    {
      pullSteps: [
        { step: 'prefect.deployments.steps.set_working_directory', inputs: { directory: '/srv/flows' } },
      ],
    },
    { kind: 'path', path: '/srv/flows' },
    false,
  ],
  ['a folder', { path: '/flows' }, { kind: 'path', path: '/flows' }, false],
  [
    'a store with a key, which is not told',
    { path: 's3://key:secret@bucket/flows' },
    { kind: 'path', path: 's3://bucket/flows' },
    false,
  ],
  [
    'the folder where the flow is served',
    { path: '.', entrypoint: 'flow.py:orders' },
    { kind: 'path', path: 'flow.py:orders' },
    false,
  ],
  [
    'a module',
    { path: null, entrypoint: 'etl.flows.orders' },
    { kind: 'path', path: 'etl.flows.orders' },
    false,
  ],
  ['nothing that is known', { path: null, entrypoint: null }, { kind: 'unknown' }, false],
])('the code is %s', (_name, deployment, code, brings) => {
  const found = codeSourceOf(aDeployment(deployment))
  expect(found).toEqual(code)
  expect(bringsMerge(found, aMerge())).toBe(brings)
})
