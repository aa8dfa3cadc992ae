// Compares draws.hpp with the bits stored in tests/Simulation.Tests/Draws; exit code 1 on any difference.
// With --time, also prints nanoseconds per draw.
//   g++ -std=c++20 -O3 -march=native -ffp-contract=off -o build/check_draws check_draws.cpp
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>

#include "draws.hpp"

using namespace draws;

static int wrong = 0;

static void expect(const char* what, u64 actual, u64 stored) {
    bool same = actual == stored;
    wrong += !same;
    std::printf("%-34s %016llX %s\n", what, (unsigned long long)actual, same ? "same" : "DIFFERS");
}

template <class Draw> static void expect_first_four(const char* what, Draw draw, std::array<u64, 4> stored) {
    u64 truck = combine(hash_name("GT-CR"), 42);
    u64 place = combine(hash_name("Peñas Blancas/entry/customs"), hash_name("service"));
    KeyedStream stream = KeyedStream::of(truck, place, 0);
    for (u64 bits : stored) expect(what, draw(stream), bits);
}

static u64 bits_of(double x) { return std::bit_cast<u64>(x); }

template <class Draw> static u64 fingerprint(Draw draw) {
    KeyedStream stream(hash_name("fingerprint"));
    u64 hash = 0xCBF29CE484222325u;
    for (int i = 0; i < 100'000; i++) hash = (hash ^ bits_of(draw(stream))) * 0x100000001B3u;
    return hash;
}

template <class Draw> [[gnu::noinline]] static void time_stream(const char* what, Draw draw) {
    constexpr int draws_per_round = 4'000'000;
    double best = 1e9, best_keyed = 1e9, sink = 0.0;
    for (int round = 0; round < 9; round++) {
        KeyedStream stream(7);
        auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < draws_per_round; i++) sink += draw(stream);
        auto middle = std::chrono::steady_clock::now();
        i64 sum = 0;
        u64 truck = hash_name("x"), place = hash_name("p");
        for (int i = 0; i < draws_per_round; i++) {
            truck += 0x123456789ABCDEFu;
            KeyedStream keyed = KeyedStream::of(truck, place, 0);
            sum += to_milliseconds(draw(keyed));
        }
        auto end = std::chrono::steady_clock::now();
        sink += static_cast<double>(sum);
        best = std::min(best, std::chrono::duration<double, std::nano>(middle - start).count() / draws_per_round);
        best_keyed = std::min(best_keyed, std::chrono::duration<double, std::nano>(end - middle).count() / draws_per_round);
    }
    std::printf("%-18s stream %6.2f ns  keyed+ms %6.2f ns%s\n", what, best, best_keyed, sink == 1.0 ? "!" : "");
}

int main(int argc, char** argv) {
    const Exponential exponential{60'000.0};
    const Lognormal lognormal(60'000.0, 0.5);
    const Gamma gamma(60'000.0, 0.8);

    expect("hash_name", hash_name("Peñas Blancas/entry/customs"), 0x8EEEA14053E7E477u);
    expect("combine", combine(1, 2), 0x081A5C1377856B73u);
    expect_first_four("stream", [](KeyedStream& s) { return s.next(); },
        {0x0F92D3C0C24FF8F9u, 0x870EAA544433EE4Fu, 0xA044B6CBF940117Bu, 0x549013903C61F836u});
    expect_first_four("exponential", [&](KeyedStream& s) { return bits_of(exponential(s)); },
        {0x40AD6B9563AB59F4u, 0x40E5F7F411FEFC46u, 0x40ECD137F842598Cu, 0x40D77E68005A2927u});
    expect_first_four("lognormal", [&](KeyedStream& s) { return bits_of(lognormal(s)); },
        {0x40EA8E2D982388C0u, 0x40F502157E3F3550u, 0x40E0795D4EDF57EDu, 0x40F2401F2D6BC7B4u});
    expect_first_four("gamma", [&](KeyedStream& s) { return bits_of(gamma(s)); },
        {0x40E7A35F63A6A7FAu, 0x40D01FB22A594D35u, 0x40E9C1807C393F44u, 0x40F13C4295DE5142u});
    expect("100 000 logarithms", fingerprint([](KeyedStream& s) { return draws::log(s.open()); }), 0xF99499D9E90BB427u);
    expect("100 000 exponentials of", fingerprint([](KeyedStream& s) { return draws::exp((s.uniform() - 0.5) * 1400.0); }), 0x68D03492D457336Cu);
    expect("100 000 normals", fingerprint([](KeyedStream& s) { return normal(s); }), 0x97BEBB1DF8C5AE34u);
    expect("100 000 lognormals", fingerprint(lognormal), 0x90174A587889DFB0u);
    expect("100 000 gammas", fingerprint(gamma), 0x90A2912C21FD5961u);
    std::printf(wrong ? "%d differ\n" : "all the same\n", wrong);

    if (argc > 1 && !std::strcmp(argv[1], "--time")) {
        time_stream("raw uniform", [](KeyedStream& s) { return s.uniform(); });
        time_stream("log", [](KeyedStream& s) { return draws::log(s.open()); });
        time_stream("exp", [](KeyedStream& s) { return draws::exp(s.open()); });
        time_stream("std::log", [](KeyedStream& s) { return std::log(s.open()); });
        time_stream("std::exp", [](KeyedStream& s) { return std::exp(s.open()); });
        time_stream("normal", [](KeyedStream& s) { return normal(s); });
        time_stream("uniform", Uniform{60'000.0, 60'000.0});
        time_stream("exponential", exponential);
        time_stream("lognormal 0.5", lognormal);
        time_stream("gamma 0.8", gamma);
        time_stream("gamma 0.5", Gamma(60'000.0, 0.5));
    }
    return wrong != 0;
}
