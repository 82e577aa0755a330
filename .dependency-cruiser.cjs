// One rule for each row of the import table: what a layer may import from the project itself. Packages are looked at further below.
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { path: '^(src|prisma|tests)/', pathNot: allowed },
});

const tests = '\\.(test|fixture)\\.tsx?$';
const domain = '^src/domain/';
const ui = '^src/ui/';
const inSlices = (...parts) => `^src/features/[^/]+/(${parts.join('|')})(/|\\.tsx?$)`;
const inOwnSlice = (...parts) => `^src/features/$1/(${parts.join('|')})(/|\\.tsx?$)`;
const slicePart = (...parts) => `^src/features/([^/]+)/(?:${parts.join('|')})(?:/|\\.tsx?$)`;
const prisma = '^(prisma/generated/|node_modules/@prisma/)';

module.exports = {
  forbidden: [
    only(
      'app',
      '^src/app/',
      ['^src/app/', inSlices('queries', 'actions', 'ui', 'labels', 'schema', 'api'), ui, '^src/platform/', domain],
      'Routes only: gate, load, render.',
    ),
    {
      name: 'app-writes-nothing',
      comment: 'A page never runs a command and never touches the database itself.',
      severity: 'error',
      from: { path: '^src/app/' },
      to: { path: [inSlices('commands'), '^src/platform/(db|pool|statements|command|audit|form-action|idempotency)\\.ts$'] },
    },
    {
      name: 'ui-of-a-slice',
      comment: 'Shows what it is given: its own words and forms, the words and badges of other slices. Of queries it knows the types only.',
      severity: 'error',
      from: { path: slicePart('ui'), pathNot: tests },
      to: {
        path: '^(src|prisma|tests)/',
        pathNot: [inOwnSlice('ui', 'schema', 'actions', 'labels'), inSlices('labels', 'ui', 'actions'), ui, domain],
        dependencyTypesNot: ['type-only'],
      },
    },
    only('actions', slicePart('actions'), [
      inOwnSlice('actions', 'schema', 'commands'),
      '^src/platform/(form-action|scope|session)\\.ts$',
      domain,
    ]),
    only('commands', slicePart('commands'), [
      inOwnSlice('commands', 'schema', 'queries', 'labels', 'limits'),
      inSlices('commands'),
      '^src/platform/',
      domain,
      prisma,
    ]),
    only('queries', slicePart('queries'), [
      inOwnSlice('queries', 'schema', 'labels'),
      inSlices('queries'),
      '^src/platform/(db|statements|scope|env)\\.ts$',
      domain,
      prisma,
    ]),
    only('schema', slicePart('schema'), [inOwnSlice('schema'), inSlices('schema'), '^src/platform/words\\.ts$', domain], 'Isomorphic.'),
    only('labels', slicePart('labels'), [inOwnSlice('labels'), ui, domain], 'Isomorphic.'),
    only('api', slicePart('api'), [
      inOwnSlice('api', 'schema', 'commands', 'queries', 'labels', 'limits'),
      '^src/features/[^/]+/api/openapi\\.ts$',
      '^src/platform/',
      domain,
    ]),
    only('platform', '^src/platform/', ['^src/platform/', domain, prisma]),
    {
      name: 'platform-prisma',
      comment: 'Inside the platform only these two talk to Prisma.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: ['^src/platform/(db|audit)\\.ts$', tests] },
      to: { path: prisma },
    },
    only('domain', '^src/domain/', [domain], 'The functional core knows nobody.'),
    {
      name: 'domain-packages',
      comment: 'No package but dates, and those inside calendar/.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: tests },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'core', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
        pathNot: 'node_modules/(date-fns|@date-fns)/',
      },
    },
    {
      name: 'domain-dates',
      comment: 'Calendar arithmetic has one home.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: ['^src/domain/calendar/', tests] },
      to: { path: 'node_modules/(date-fns|@date-fns)/' },
    },
    only('ui', '^src/ui/', [ui], 'Components that know no domain.'),
    only(
      'cli',
      '^src/cli/',
      ['^src/cli/', '^prisma/', '^src/features/[^/]+/labels', domain],
      "Operator's programs: they run before and beside the application.",
    ),
    only(
      'seed',
      '^prisma/seed/',
      ['^prisma/', domain, '^src/platform/((password|pinyin)\\.ts$|workers/sheet/)'],
      'Builders that the demo and the tests share.',
    ),
    {
      name: 'no-circles',
      severity: 'error',
      from: { pathNot: '^prisma/generated/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-test-in-product',
      severity: 'error',
      from: { path: '^(src|prisma)/', pathNot: tests },
      to: { path: ['^tests/', tests] },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^server-only$' } },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^prisma/generated/'] },
    exclude: { path: ['^\\.next/', '\\.css$'] },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
