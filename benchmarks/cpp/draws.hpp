// The peer's numerics: the algorithms of src/Simulation/Draws, written by hand for speed and equal to them in
// every bit. Compile with: g++ -std=c++20 -O3 -march=native -ffp-contract=off
// (a contracted multiply-add rounds once where C# rounds twice, and the two part ways).
#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string_view>

#include "draws_tables.hpp"

#define DRAWS_INLINE [[gnu::always_inline]] inline
#define DRAWS_COLD [[gnu::noinline, gnu::cold]] inline

namespace draws {

using u64 = std::uint64_t;
using i64 = std::int64_t;

inline constexpr u64 golden = 0x9E3779B97F4A7C15u;
inline constexpr double unit53 = 1.0 / static_cast<double>(u64{1} << 53);

// --- hashing -----------------------------------------------------------------------------------------------

DRAWS_INLINE constexpr u64 mix64(u64 z) {
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

DRAWS_INLINE constexpr u64 combine(u64 a, u64 b) { return mix64(mix64(a + golden) ^ b); }

constexpr u64 hash_name(std::string_view utf8) {
    u64 hash = 0xCBF29CE484222325u;
    for (char c : utf8) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    return mix64(hash);
}

// --- stream ------------------------------------------------------------------------------------------------

struct KeyedStream {
    u64 counter;

    DRAWS_INLINE explicit constexpr KeyedStream(u64 key) : counter(mix64(key)) {}

    DRAWS_INLINE static constexpr KeyedStream of(u64 truck, u64 place_purpose, int visit) {
        return KeyedStream(truck ^ place_purpose ^ (static_cast<u64>(static_cast<i64>(visit)) * 0xD1B54A32D192ED03u));
    }

    DRAWS_INLINE constexpr u64 next() {
        u64 c = counter;
        counter = c + golden;
        return mix64(c);
    }

    // Through a signed integer: the hardware converts those in one instruction everywhere.
    DRAWS_INLINE double uniform() { return static_cast<double>(static_cast<i64>(next() >> 11)) * unit53; }
    DRAWS_INLINE double open() { return 1.0 - uniform(); }
};

// --- logarithm and exponential -----------------------------------------------------------------------------

namespace detail {

DRAWS_INLINE double log_normalised(u64 bits, i64 exponent) {
    u64 offset = bits - 0x3FE6100000000000u;
    const tables::LogRow& row = tables::log_rows[(offset >> 45) & 127];
    exponent += static_cast<i64>(offset) >> 52;
    u64 mantissa = bits - (offset & 0xFFF0000000000000u);
    double k = static_cast<double>(exponent);
    double z = std::bit_cast<double>(mantissa);
    double head = std::bit_cast<double>(mantissa & 0xFFFFFFFFF8000000u);
    double r = (head * row.inverse - 1.0) + (z - head) * row.inverse;
    double high = k * 0.6931471805598903 + row.high;
    double low = k * 5.497923018708371e-14 + row.low;
    double sum = high + r;
    double lost = (high - sum) + r;
    double r2 = r * r;
    double tail = (-0.5 + r * (1.0 / 3.0)) + r2 * ((-0.25 + r * 0.2) + r2 * (-1.0 / 6.0 + r * (1.0 / 7.0)));
    return sum + (r2 * tail + (lost + low));
}

DRAWS_COLD double log_special(double x) {
    if (x == 0.0) return -std::numeric_limits<double>::infinity();
    if (!(x > 0.0)) return std::numeric_limits<double>::quiet_NaN();
    if (x == std::numeric_limits<double>::infinity()) return x;
    return log_normalised(std::bit_cast<u64>(x * 4503599627370496.0), -52);
}

DRAWS_INLINE double exp_scaled(double x, i64 exponent) {
    double shifted = x * 184.6649652337873 + 6755399441055744.0;
    u64 cell = std::bit_cast<u64>(shifted);
    double k = shifted - 6755399441055744.0;
    double r = (x - k * 0.0054152123482253955) - k * -1.0082281460997769e-13;
    const tables::ExpRow& row = tables::exp_rows[cell & 127];
    double scale = std::bit_cast<double>(row.scale + (cell << 45) + (static_cast<u64>(exponent) << 52));
    double r2 = r * r;
    double tail = (std::bit_cast<double>(row.correction) + r)
        + r2 * ((0.5 + r * (1.0 / 6.0)) + r2 * (1.0 / 24.0 + r * (1.0 / 120.0)));
    return scale + scale * tail;
}

DRAWS_COLD double exp_special(double x) {
    if (x != x) return x;
    if (x > 709.782712893384) return std::numeric_limits<double>::infinity();
    if (x > 0.0) return exp_scaled(x, -600) * 4.149515568880993E+180;
    return x < -745.2 ? 0.0 : exp_scaled(x, 600) * 2.409919865102884E-181;
}

} // namespace detail

DRAWS_INLINE double log(double x) {
    u64 bits = std::bit_cast<u64>(x);
    if (bits - 0x0010000000000000u < 0x7FE0000000000000u) [[likely]] return detail::log_normalised(bits, 0);
    return detail::log_special(x);
}

DRAWS_INLINE double exp(double x) {
    if (std::fabs(x) < 708.0) [[likely]] return detail::exp_scaled(x, 0);
    return detail::exp_special(x);
}

DRAWS_INLINE double log1p(double y) {
    double sum = 1.0 + y;
    return sum == 1.0 ? y : std::isfinite(sum) ? draws::log(sum) * (y / (sum - 1.0)) : draws::log(sum);
}

// --- normal ------------------------------------------------------------------------------------------------

namespace detail {

inline constexpr double tail_start = 3.654152885361009;
inline constexpr double layer_area = 0.004928673233974655;

inline double density(double x) { return draws::exp(-0.5 * x * x); }

struct alignas(64) Ziggurat {
    struct Layer { double step; u64 inside; }; // one cache line holds four: the fast path touches one
    std::array<Layer, 256> layers;
    std::array<double, 257> edges, heights;

    Ziggurat() {
        edges[0] = layer_area / density(tail_start);
        edges[1] = tail_start;
        edges[256] = 0.0;
        for (int i = 2; i < 256; i++)
            edges[i] = std::sqrt(-2.0 * draws::log(layer_area / edges[i - 1] + density(edges[i - 1])));
        for (int i = 0; i <= 256; i++) heights[i] = density(edges[i]);
        for (int i = 0; i < 256; i++)
            layers[i] = {edges[i] * unit53, static_cast<u64>(edges[i + 1] / edges[i] * static_cast<double>(u64{1} << 53))};
    }
};

inline const Ziggurat ziggurat;

DRAWS_INLINE double with_sign(double x, u64 bits) {
    return std::bit_cast<double>(std::bit_cast<u64>(x) ^ ((bits & 256) << 55));
}

DRAWS_INLINE double magnitude(u64 bits) { return static_cast<double>(static_cast<i64>(bits >> 11)); }

DRAWS_COLD double normal_outside(u64 bits, KeyedStream& stream) {
    const Ziggurat& zig = ziggurat;
    while (true) {
        unsigned i = bits & 255;
        double x = magnitude(bits) * zig.layers[i].step;
        if ((bits >> 11) < zig.layers[i].inside) return with_sign(x, bits);
        if (i == 0) {
            double beyond, y;
            do {
                beyond = -draws::log(stream.open()) / tail_start;
                y = -draws::log(stream.open());
            } while (!(y + y > beyond * beyond));
            return with_sign(tail_start + beyond, bits);
        }
        double height = zig.heights[i] + stream.uniform() * (zig.heights[i + 1] - zig.heights[i]);
        if (height < density(x)) return with_sign(x, bits);
        bits = stream.next();
    }
}

} // namespace detail

DRAWS_INLINE double normal(KeyedStream& stream) {
    u64 bits = stream.next();
    const auto& layer = detail::ziggurat.layers[bits & 255];
    if ((bits >> 11) < layer.inside) [[likely]] return detail::with_sign(detail::magnitude(bits) * layer.step, bits);
    return detail::normal_outside(bits, stream);
}

// --- families, parameters ready-made -----------------------------------------------------------------------

struct Uniform {
    double min, width;
    DRAWS_INLINE double operator()(KeyedStream& stream) const { return min + width * stream.uniform(); }
};

struct Exponential {
    double mean;
    DRAWS_INLINE double operator()(KeyedStream& stream) const { return mean * -draws::log(stream.open()); }
};

struct Lognormal {
    double median, sigma;

    Lognormal(double mean, double cv) {
        double s2 = draws::log1p(cv * cv);
        median = mean * draws::exp(-0.5 * s2);
        sigma = std::sqrt(s2);
    }

    DRAWS_INLINE double operator()(KeyedStream& stream) const { return median * draws::exp(sigma * normal(stream)); }
};

// Marsaglia and Tsang (2000); cv at most 1, so that the shape is at least 1.
struct Gamma {
    double d, c, unit;

    Gamma(double mean, double cv) {
        d = 1.0 / (cv * cv) - 1.0 / 3.0;
        c = 1.0 / std::sqrt(9.0 * d);
        unit = d * (mean * (cv * cv));
    }

    DRAWS_INLINE double operator()(KeyedStream& stream) const { return draw(stream, d, c, unit); }

    DRAWS_INLINE static double draw(KeyedStream& stream, double d, double c, double unit) {
        while (true) {
            double z = normal(stream);
            double v = 1.0 + c * z;
            if (v <= 0.0) [[unlikely]] continue;
            v = v * v * v;
            double u = stream.uniform();
            double z2 = z * z;
            if (u < 1.0 - 0.0331 * (z2 * z2)) [[likely]] return unit * v;
            if (accept(u, v, z2, d)) return unit * v;
        }
    }

private:
    [[gnu::noinline]] static bool accept(double u, double v, double z2, double d) {
        return draws::log(u) < 0.5 * z2 + d * (1.0 - v + draws::log(v));
    }
};

// Nearest whole millisecond, halves up, at most 1e15; as Sampler.SampleMilliseconds.
DRAWS_INLINE i64 to_milliseconds(double x) { return x < 1e15 ? static_cast<i64>(x + 0.5) : i64{1'000'000'000'000'000}; }

} // namespace draws

#undef DRAWS_INLINE
#undef DRAWS_COLD
