import { packageBuild } from '../../tsup.base.ts'

/** Hospital browsers are old: the syntax is that of 2017. */
const target = 'es2017'
/** Part of the file, so that it gets the same syntax. */
const noExternal = ['@nationec/errors']

export default [
  packageBuild({ index: 'src/index.ts' }, { target, noExternal, minifySyntax: true }),
  // For a script tag in a page that has no bundler.
  packageBuild(
    { 'nation-ec-trans': 'src/nation-ec-trans.ts' },
    { target, noExternal, format: 'iife', dts: false, minify: true, clean: false, outExtension: () => ({ js: '.js' }) },
  ),
]
