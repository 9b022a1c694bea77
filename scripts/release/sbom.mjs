import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lockedPackage } from '../package/locked-package.mjs'
import { packageFolderOf } from '../package/third-party-notices.mjs'
import { workspaces } from '../workspaces.mjs'

/**
 * The bill of materials in CycloneDX 1.6: Node's binary, every package whose code is in the release, our own packages.
 * Equal contents give an equal bill.
 *
 * @param {object} facts
 * @param {string} facts.version
 * @param {Date} facts.time
 * @param {import('./targets.mjs').ReleaseTarget} facts.target
 * @param {Uint8Array} facts.nodeBinary
 * @param {readonly string[]} facts.inputs
 * @returns {string}
 */
export function billOfMaterials({ version, time, target, nodeBinary, inputs }) {
  const folders = new Set(inputs.flatMap((file) => packageFolderOf(file) ?? []))
  const components = [
    nodeComponent(target, nodeBinary),
    ...[...folders].map(libraryComponent),
    ...workspaces()
      .filter(
        ({ folder, manifest }) =>
          inputs.some((file) => file.includes(`/${folder}/`)) || manifest.name === '@nationec/console',
      )
      .map(({ manifest }) =>
        component({ name: manifest.name, version: manifest.version, license: manifest.license ?? '' }),
      ),
  ].sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1))
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      timestamp: time.toISOString(),
      component: {
        type: 'application',
        'bom-ref': 'nationec-agent',
        name: `nationec-agent-${target.name}`,
        version,
        licenses: [{ license: { id: 'Apache-2.0' } }],
      },
    },
    components,
  }
  return `${JSON.stringify({ ...bill, serialNumber: `urn:uuid:${uuidOf(JSON.stringify(bill))}` }, undefined, 2)}\n`
}

/** @param {import('./targets.mjs').ReleaseTarget} target @param {Uint8Array} binary */
function nodeComponent({ node }, binary) {
  const { name, version, integrity } = lockedPackage(node)
  return {
    ...component({ name, version, license: 'MIT', integrity }),
    type: 'application',
    description: "Node.js, its publisher's binary as it is",
    hashes: [{ alg: 'SHA-256', content: createHash('sha256').update(binary).digest('hex') }],
  }
}

/** @param {string} folder */
function libraryComponent(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return component({ name, version, license })
}

/** @param {{ name: string, version: string, license: string, integrity?: string }} facts */
function component({ name, version, license, integrity }) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    purl,
    licenses: [/^[A-Za-z0-9.+-]+$/.test(license) ? { license: { id: license } } : { expression: license }],
    ...(integrity !== undefined && {
      externalReferences: [
        {
          type: 'distribution',
          url: purl,
          hashes: [
            { alg: 'SHA-512', content: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex') },
          ],
        },
      ],
    }),
  }
}

/** A UUID of version 8 from the content, so that no chance is in it. @param {string} content */
function uuidOf(content) {
  const bytes = createHash('sha256').update(content).digest()
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  return bytes
    .toString('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
