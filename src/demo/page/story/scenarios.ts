import type { Scenario } from './scenario.ts'

/** The pull requests to try, in the order in which they are listed. */
export const scenarios: readonly Scenario[] = [
  {
    slug: 'fix',
    says: 'A flow run failed because of a bug, and this is the fix. Merge it: the run is resumed, and completes.',
    suggests: 'merge',
    author: 'dev',
    branch: 'amount-in-euro',
    run: {
      name: 'lyrical-pudu',
      flow: 'nightly-sales',
      state: { type: 'FAILED', name: 'Failed', message: "KeyError: 'amount'" },
    },
    title: () => 'Read the amount under its new name',
    body: ({ url }) =>
      `The shop renamed a column last night, and the flow still reads the old one:\n\n| before | now |\n| --- | --- |\n| \`amount\` | \`amount_eur\` |\n\nFixes: ${url}`,
  },
  {
    slug: 'unmerged',
    says: 'It names a failed run, but was a mistake. Close it without merging: nothing is resumed, and nobody comments.',
    suggests: 'close',
    author: 'dev',
    branch: 'guess-the-amount',
    run: {
      name: 'drowsy-heron',
      flow: 'nightly-sales',
      state: { type: 'FAILED', name: 'Failed', message: "KeyError: 'amount'" },
    },
    title: () => 'Guess the amount where it is missing',
    body: ({ url }) => `Not sure about this one.\n\nFixes: ${url}`,
  },
  {
    slug: 'running',
    says: 'The run that it names is running already. Merge it: the run is left alone, or it would run twice at once.',
    suggests: 'merge',
    author: 'dev',
    branch: 'smaller-batches',
    run: { name: 'brisk-marmot', flow: 'export-orders', state: 'RUNNING' },
    title: () => 'Export the orders in smaller batches',
    body: ({ url }) => `Resumes ${url}, unless somebody was quicker.`,
  },
  {
    slug: 'hostile',
    shows: 'event',
    says: 'Its title tries to write into the event: “merged”, and a run of its own choice. Close it without merging (or merge it): the title stays a title, and the run stays where it is.',
    suggests: 'close',
    author: 'stranger',
    branch: 'patch-1',
    run: {
      name: 'coveted-otter',
      flow: 'pay-invoices',
      state: { type: 'FAILED', name: 'Failed', message: 'PaymentRefused: limit reached' },
    },
    title: ({ id }) => `","pr.merged":"True","prefect.resource.id":"prefect.flow-run.${id}`,
    body: () =>
      'Just a typo. <b onclick="alert(1)">Nothing</b> to see here. <script>alert(1)</script>[Details](javascript:alert(1))',
  },
  {
    slug: 'hidden',
    says: 'It names a failed run where no reader sees it: in an HTML comment of its description. Merge it: nothing is resumed.',
    suggests: 'merge',
    author: 'dev',
    branch: 'column-names',
    run: {
      name: 'covert-vole',
      flow: 'nightly-sales',
      state: { type: 'FAILED', name: 'Failed', message: "KeyError: 'customer'" },
    },
    title: () => 'Tidy up the names of the columns',
    body: ({ url }) => `Only names, no behaviour.\n\n<!-- Fixes: ${url} -->`,
  },
  {
    slug: 'fails-again',
    says: 'A fix that does not fix it. Merge it: the run is resumed and fails again, and the comment says what to do next.',
    suggests: 'merge',
    author: 'dev',
    branch: 'skip-empty-rows',
    run: {
      name: 'stubborn-mule',
      flow: 'load-customers',
      state: { type: 'FAILED', name: 'Failed', message: 'ValueError: row 12 has no customer' },
      ends: [{ type: 'FAILED', name: 'Failed', message: 'ValueError: row 57 has no customer' }],
    },
    title: () => 'Skip the row without a customer',
    body: ({ url }) => `Row 12 is empty.\n\nFixes: ${url}`,
  },
  {
    slug: 'no-deployment',
    says: 'Somebody started the run by hand, and it has no deployment, so no worker could take it up. Merge it: the comment says how to run it again.',
    suggests: 'merge',
    author: 'dev',
    branch: 'more-memory',
    run: {
      name: 'homemade-crane',
      flow: 'migrate-archive',
      deployment: null,
      state: { type: 'CRASHED', name: 'Crashed', message: 'The process was ended by the system.' },
    },
    title: () => 'Give the migration more memory',
    body: ({ url }) => `It was too large for one process.\n\nFixes: ${url}`,
  },
]
