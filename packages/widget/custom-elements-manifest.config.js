/** Reduces the manifest to what a page can use: no private state, and the published module instead of the sources. */
const asPublished = {
  name: 'as-published',
  packageLinkPhase({ customElementsManifest }) {
    const path = 'dist/index.js'
    // The analyzer reads the files at once, and lists first what was read first.
    const declarations = customElementsManifest.modules
      .flatMap((module) => module.declarations ?? [])
      // Beside a dynamic import it takes a local variable for an export.
      .filter(({ kind }) => kind !== 'variable')
      .sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const declaration of declarations) {
      if (declaration.superclass?.name === 'LitElement')
        declaration.superclass = { name: 'LitElement', package: 'lit' }
      else if (declaration.superclass) declaration.superclass.module = path
      declaration.members = declaration.members
        ?.filter(
          ({ privacy, name, static: isStatic }) => isPublic(privacy) && !name.startsWith('#') && !isStatic,
        )
        .map(({ inheritedFrom, ...member }) => member)
      const fields = new Set(declaration.members?.map(({ name }) => name))
      declaration.attributes = declaration.attributes?.filter(
        ({ fieldName }) => !fieldName || fields.has(fieldName),
      )
      declaration.events = declaration.events?.filter(({ name }) => name.startsWith('artel:'))
      for (const list of ['attributes', 'events', 'slots', 'cssParts', 'cssProperties']) {
        declaration[list] = declaration[list]?.map(({ inheritedFrom, ...item }) => item)
      }
    }
    const exported = declarations.map(({ name }) => ({
      kind: 'js',
      name,
      declaration: { name, module: path },
    }))
    const defined = declarations
      .filter(({ tagName }) => tagName)
      .map(({ tagName, name }) => ({
        kind: 'custom-element-definition',
        name: tagName,
        declaration: { name, module: path },
      }))
    customElementsManifest.modules = [
      { kind: 'javascript-module', path, declarations, exports: [...exported, ...defined] },
    ]
  },
}

function isPublic(privacy) {
  return privacy !== 'private' && privacy !== 'protected'
}

export default {
  globs: ['src/elements/*/artel-*.ts', '!**/*.styles.ts', '!**/*.test.ts'],
  litelement: true,
  outdir: '.',
  // The manifest is named in package.json already, and the analyzer would edit the one of the working directory.
  packagejson: false,
  plugins: [asPublished],
}
