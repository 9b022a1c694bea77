import { packageBuild } from '../../tsup.base.ts'

/** Hospital browsers are old: the syntax is that of 2017. */
const target = 'es2017'

export default [
  packageBuild({ index: 'src/index.ts' }, { target, minifySyntax: true }),
  // For a script tag in a page that has no bundler.
  packageBuild(
    { 'nation-ec-trans': 'src/nation-ec-trans.ts' },
    { target, format: 'iife', dts: false, minify: true, clean: false, outExtension: () => ({ js: '.js' }) },
  ),
]
