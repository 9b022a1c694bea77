#!/usr/bin/env bash
# Tags the version of every package that has no tag yet, and pushes the tags.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export GIT_COMMITTER_NAME='github-actions[bot]'
export GIT_COMMITTER_EMAIL='41898282+github-actions[bot]@users.noreply.github.com'
npm run --silent changeset -- git-tag
git push --quiet origin --tags
