#!/usr/bin/env bash
# CORR-1 on the engine beside a hand-written C++ loop: same trucks, same draws, same results, then who is faster.
#   bash benchmarks/run.sh            five rounds (ROUNDS=9 for more); needs dotnet and g++
# Both programs run one after the other in each round. The time of a replication is the processor time of the whole
# process, so that a busy machine does not count. Before the timed replications come enough untimed ones for the
# just-in-time compiler's other threads to be done: it compiles a method called once per replication only at the
# twentieth or so. What a first replication costs is printed apart.
set -euo pipefail
cd "$(dirname "$0")"
rounds=${ROUNDS:-5} warm=${WARM:-24} timed=${TIMED:-9} seed=${SEED:-1}
[ "$rounds" -ge 5 ] || { echo "at least five rounds" >&2; exit 2; }
build=$PWD/build
mkdir -p "$build"

echo "building"
g++ -std=c++20 -O3 -march=native -ffp-contract=off -o "$build/corr1-cpp" cpp/corr1.cpp
dotnet build Corr1 -c Release -o "$build/corr1" -v quiet --nologo >"$build/build.log" || { cat "$build/build.log" >&2; exit 1; }
corridor() { dotnet "$build/corr1/corr1.dll" "$warm" "$timed" "$seed"; }
peer() { "$build/corr1-cpp" "$warm" "$timed" "$seed"; }

median() { sort -g | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
times() { awk -v column="$2" '$1 == "time" { print $column }' "$build/$1"; }

: >"$build/ratios"; : >"$build/corridor.all"; : >"$build/cpp.all"
printf '\n%-6s %14s %14s %8s   %14s %14s\n' round 'corridor ms' 'c++ ms' ratio 'corridor wall' 'c++ wall'
for ((round = 1; round <= rounds; round++)); do
    if ((round % 2)); then corridor >"$build/corridor.out"; peer >"$build/cpp.out"
    else peer >"$build/cpp.out"; corridor >"$build/corridor.out"; fi
    for side in corridor cpp; do grep '^=' "$build/$side.out" >"$build/$side.agree"; cat "$build/$side.out" >>"$build/$side.all"; done
    if ! cmp -s "$build/corridor.agree" "$build/cpp.agree"; then
        echo "THE TWO DISAGREE (corridor <, c++ >):" >&2
        diff "$build/corridor.agree" "$build/cpp.agree" | head -20 >&2
        exit 1
    fi
    a=$(times corridor.out 3 | median) b=$(times cpp.out 3 | median)
    ratio=$(awk -v a="$a" -v b="$b" 'BEGIN { print a / b }')
    echo "$ratio" >>"$build/ratios"
    printf '%-6s %14.1f %14.1f %8.3f   %14.1f %14.1f\n' "$round" "$a" "$b" "$ratio" "$(times corridor.out 4 | median)" "$(times cpp.out 4 | median)"
done

printf '\nreplication 0, the same in both to the last digit:\n'
sed -n -e '/^= 0 events/p' -e '/^= 0 .* trucks/p' "$build/corridor.out" | sed 's/^= 0 /  /'
sed -n 's/^fingerprint 0 /  fingerprint /p' "$build/corridor.out"
printf '  stations: mean queue and mean busy servers agree at all %d\n' "$(grep -c '^= 0 .* queue' "$build/corridor.out")"

row() {
    local cpu min events memory
    cpu=$(times "$2.all" 3 | median) min=$(times "$2.all" 3 | sort -g | head -1) events=$(times "$2.all" 5 | median)
    memory=$(awk '$1 == "memory" && $2 > m { m = $2 } END { print m }' "$build/$2.all")
    awk -v name="$1" -v cpu="$cpu" -v min="$min" -v events="$events" -v memory="$memory" 'BEGIN {
        printf "%-10s %10.1f %10.1f %12.2f %12.1f %12.1f\n", name, cpu, min, events / cpu / 1000, cpu * 1e6 / events, memory }'
}
printf '\n%-10s %10s %10s %12s %12s %12s\n' '' 'ms/month' 'least' 'Mevents/s' 'ns/event' 'peak MB'
row corridor corridor
row c++ cpp
printf 'first replication in a new process: %s ms of processor time\n' "$(awk '$1 == "cold" { print $2 }' "$build/corridor.all" | median)"

allocated=$(awk '$1 == "allocated" && $2 > m { m = $2 } END { print m + 0 }' "$build/corridor.all")
memory=$(awk '$1 == "memory" && $2 > m { m = $2 } END { print m }' "$build/corridor.all")
echo "allocated per event after warm-up: $allocated bytes"
[ "$allocated" = 0 ] || { echo "the event loop allocates" >&2; exit 1; }
awk -v m="$memory" 'BEGIN { exit !(m < 150) }' || { echo "peak memory of $memory MB is not under 150 MB" >&2; exit 1; }
printf 'corridor/c++ time ratio: %.2f\n' "$(median <"$build/ratios")"
