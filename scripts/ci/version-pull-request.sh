#!/usr/bin/env bash
# Raises the versions by what the changesets say, on the branch release/versions, and opens a pull request for it unless
# there is one. Needs `gh` and the rights to push. Where there is no changeset it does nothing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
branch=release/versions

if ! compgen -G '.changeset/*.md' >/dev/null; then
  echo 'no changesets: nothing to release'
  exit 0
fi

npm run --silent changeset -- version
# The lock file names the versions of the workspaces too, and `npm ci` compares them.
npm install --package-lock-only --ignore-scripts --no-audit --no-fund
# As this repository writes its package.json files.
node scripts/ci/jsr.mjs
node scripts/with-tools.mjs biome check --write --log-level=error {packages,apps}/*/package.json packages/*/jsr.json

git checkout --quiet -B "$branch"
git add .changeset packages apps package-lock.json
git -c user.name='github-actions[bot]' -c user.email='41898282+github-actions[bot]@users.noreply.github.com' \
  commit --quiet --message 'Raise the versions of what the changesets name'
git push --quiet --force origin "$branch"

if [ -z "$(gh pr list --head "$branch" --state open --json number --jq '.[].number')" ]; then
  gh pr create --head "$branch" --base main --title 'Versions of the next release' \
    --body 'Versions and changelogs as the changesets say. After the merge start the workflow `release`. 按变更说明更新版本号和变更日志；合并后启动 release 工作流。'
fi
