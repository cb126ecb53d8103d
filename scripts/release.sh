#!/usr/bin/env bash
# Tags the version of package.json: main's tree with what is compiled, which hooks and the action run as it is.
# Then main gets the tag's commit as a parent, without its tree, so that `pre-commit autoupdate` finds the tag.
# Nothing is pushed: look at it, then `git push --atomic origin main v1.2.3`.
set -euo pipefail
cd "$(git rev-parse --show-toplevel)"

if [ -n "$(git status --porcelain)" ]; then
  echo 'release: there are changes that are not committed. Commit them first.' >&2
  exit 1
fi
version="v$(node -p 'require("./package.json").version')"
if git rev-parse --quiet --verify "refs/tags/$version" > /dev/null; then
  echo "release: the tag $version exists. Set the next version in package.json first." >&2
  exit 1
fi
rm -rf dist
npm run --silent compile

index=$(mktemp -d)
trap 'rm -rf "$index"' EXIT
export GIT_INDEX_FILE="$index/index"
git read-tree HEAD
git add --force dist
tree=$(git write-tree)
unset GIT_INDEX_FILE
git tag "$version" "$(git commit-tree "$tree" -p HEAD -m "$version: main with what is compiled")"
git merge --quiet --strategy ours -m "$version is released" "$version"
echo "$version is tagged"
