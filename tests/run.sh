#!/usr/bin/env bash
# Runs all tests. `--long` adds coverage studies, the full known answers and other checks that take minutes each.
# Needs the .NET 10 SDK and Node 20 or later; restores everything else itself. CORRIDOR_TEST_SEED=n repeats the statistical tests under other seeds.
set -uo pipefail
cd "$(dirname "$0")/.."
filter='Category!=Long'
[ "${1:-}" = "--long" ] && filter=''
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# The pages are also tried in a real browser. Without one those tests are skipped, and say so.
if [ ! -x /usr/bin/chromium ] && [ "$(id -u)" -eq 0 ] && command -v apt-get > /dev/null; then
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core; } > /dev/null 2>&1 || echo "No Chromium could be installed: tests in the browser are skipped."
fi

# One compiler for all projects, and none left behind.
dotnet build CorridorTwin.sln -c Release --nologo -v quiet -p:UseSharedCompilation=true || { echo "0 passed, 1 failed"; exit 1; }
dotnet build-server shutdown --vbcscompiler > /dev/null 2>&1
# One project after the other: the statistical tests use all cores themselves.
for project in tests/*/*.csproj; do
  dotnet test "$project" -c Release --no-build --nologo ${filter:+--filter "$filter"} 2>&1 | tee -a "$log"
done

passed=$(grep -oE 'Passed: +[0-9]+' "$log" | awk '{ n += $2 } END { print n + 0 }')
failed=$(grep -oE 'Failed: +[0-9]+' "$log" | awk '{ n += $2 } END { print n + 0 }')
# A project that never got to its summary (a crash, a missing build) counts as a failure.
missing=$(( $(ls tests/*/*.csproj | wc -l) - $(grep -cE '^(Passed|Failed)!' "$log") ))
echo "${passed:-0} passed, $(( ${failed:-0} + missing )) failed"
[ "$(( ${failed:-0} + missing ))" -eq 0 ] && [ "${passed:-0}" -gt 0 ]
