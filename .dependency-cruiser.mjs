import { arrowRules } from './tests/structure/arrows.ts'

const TESTS = '[.](test|deep|bench|test-d)[.][cm]?[jt]s$|/fixtures/'

/**
 * The rules for the imports of the sources; `tests/structure` applies them, and proves each one on a bad tree.
 *
 * @param {string} [top] the checkout, if not this one
 * @returns {import('dependency-cruiser').IConfiguration}
 */
export function configuration(top) {
  return {
    forbidden: [
      {
        name: 'no-circle',
        comment: 'Files import each other in a circle.',
        severity: 'error',
        from: {},
        to: { circular: true },
      },
      {
        name: 'resolves',
        comment: 'The import leads to no file.',
        severity: 'error',
        from: {},
        to: { couldNotResolve: true },
      },
      {
        name: 'declared',
        comment: 'package.json does not name the package among what users install.',
        severity: 'error',
        from: {},
        to: {
          dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
          dependencyTypesNot: ['npm', 'npm-peer', 'npm-optional'],
        },
      },
      ...arrowRules(top),
    ],
    options: {
      doNotFollow: 'node_modules',
      exclude: TESTS,
      // An import of a type is an arrow too.
      tsPreCompilationDeps: true,
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['@nationec/source', 'import', 'require', 'node', 'default'],
      },
    },
  }
}

export default configuration()
