// CORR-1 as one hand-written event loop: what the engine of src/Simulation is measured against.
//   g++ -std=c++20 -O3 -march=native -ffp-contract=off -o build/corr1-cpp cpp/corr1.cpp
// (-ffp-contract=off because a fused multiply-add rounds once where C# rounds twice: one last bit of one draw
// and the two part ways.) Everything is tuned to this one model: 32-byte trucks that are their own event nodes,
// routes as bit masks, a two-level wheel with fixed widths, areas without a clock per station. No stamps, no time
// split, no fingerprint. The order of simultaneous events is the engine's: time, kind, order of scheduling.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

#include <sys/resource.h>

#include "draws.hpp"

using namespace draws;
using u8 = std::uint8_t;
using u16 = std::uint16_t;
using u32 = std::uint32_t;

namespace {

constexpr int posts = 10, stages = 9, classes = 3;
constexpr i64 minute = 60'000, hour = 3'600'000, day = 86'400'000, window = 30 * day;
constexpr u32 none = 0xFFFFFFFF;

constexpr double volumes[posts] = {400, 500, 600, 700, 800, 800, 900, 1000, 1100, 1200};
constexpr double weights[24] = {.5, .4, .4, .4, .5, .7, 1.0, 1.2, 1.4, 1.5, 1.5, 1.4,
                                1.3, 1.3, 1.4, 1.4, 1.3, 1.2, 1.1, 1.0, .9, .8, .7, .7};

struct StageRow { const char* name; bool gamma; double cv, nominal, rho, share; int levels; };
constexpr StageRow table[stages] = {
    {"gate", false, .5, 2, .80, 1, 1},
    {"exit-migration", false, .5, 4, .80, 1, 1},
    {"exit-customs", true, .8, 6, .78, 1, 2},
    {"phytosanitary", false, .7, 25, .75, .165, 1},
    {"bridge", false, .3, 1.5, .75, 1, 1},
    {"entry-migration", false, .5, 4, .80, 1, 1},
    {"entry-customs", true, .9, 10, .80, 1, 2},
    {"inspection", false, .8, 30, .75, .195, 2},
    {"exit-gate", true, .5, 3, .70, 1, 1},
};
constexpr unsigned gamma_stages = 0b101000100;
constexpr unsigned everybody = 0b101110111;
constexpr double customs_factor[classes] = {1.3, .7, .5};
constexpr double channel_factor[3] = {1, .6, 1.6};
const char* const class_names[classes] = {"cargo", "transit", "empty"};

// One event and one truck in half a cache line. Event: time, kind, order of scheduling, as one number.
struct alignas(32) Truck {
    u64 event, key;
    u32 next;     // in the bucket of its event, in its queue, or in the free list
    u32 arrived;
    u16 route;    // stages still ahead, the present one lowest
    u8 post, level, type, channel;
};

enum Kind : u64 { service_end, staff_change, arrival, window_end };

struct Law { double a, b, c; };

struct alignas(64) Station {
    int free = 0;           // servers less busy; negative while a smaller shift finishes running services
    u32 head[2] = {none, none}, tail[2] = {none, none};
    i64 queue_area = 0, busy_area = 0; // sum of leaving times less sum of joining times
    int waiting = 0, busy = 0;         // only read when the window closes
};

struct Source {
    u64 key;
    i64 hour_start = 0;
    double into = 0;
    int hour_of_day = 0;
    u64 arrivals = 0, trucks = 0;
    double rates[24];
};

// Two levels: fine buckets of 2^fine_shift ms for the present epoch, one list per later epoch.
class Wheel {
public:
    static constexpr int fine_shift = 9, fine_bits = 13, buckets = 1 << fine_bits, epoch_shift = fine_shift + fine_bits;
    static constexpr int epochs = 1 << (32 - epoch_shift);

    void clear() {
        std::fill(std::begin(fine), std::end(fine), none);
        std::fill(std::begin(coarse), std::end(coarse), none);
        std::fill(std::begin(words), std::end(words), 0);
        std::fill(std::begin(summary), std::end(summary), 0);
        epoch = 0;
    }

    [[gnu::always_inline]] void push(Truck* trucks, u32 n, u32 time) {
        u32 e = time >> epoch_shift;
        if (e == epoch) [[likely]] insert(trucks, n, time);
        else {
            trucks[n].next = coarse[e];
            coarse[e] = n;
        }
    }

    [[gnu::always_inline]] u32 pop(Truck* trucks) {
        u32 bucket = first();
        u32 n = fine[bucket];
        u32 rest = trucks[n].next;
        if (rest == none) [[likely]] {
            fine[bucket] = none;
            u64 left = words[bucket >> 6] & (words[bucket >> 6] - 1);
            words[bucket >> 6] = left;
            if (left == 0) summary[bucket >> 12] &= ~(1ull << ((bucket >> 6) & 63));
            return n;
        }
        u32 before = none, previous = n;
        for (u32 i = rest; i != none; previous = i, i = trucks[i].next)
            if (trucks[i].event < trucks[n].event) { n = i; before = previous; }
        if (before == none) fine[bucket] = rest;
        else trucks[before].next = trucks[n].next;
        return n;
    }

    Truck* owner = nullptr;

private:
    u32 fine[buckets], coarse[epochs];
    u64 words[buckets / 64], summary[buckets / 4096];
    u32 epoch = 0;

    [[gnu::always_inline]] void insert(Truck* trucks, u32 n, u32 time) {
        u32 bucket = (time >> fine_shift) & (buckets - 1);
        trucks[n].next = fine[bucket];
        fine[bucket] = n;
        words[bucket >> 6] |= 1ull << (bucket & 63);
        summary[bucket >> 12] |= 1ull << ((bucket >> 6) & 63);
    }

    [[gnu::always_inline]] u32 first() {
        while (true) {
            for (u32 w = 0; w < buckets / 4096; w++)
                if (summary[w]) [[likely]] {
                    u32 word = (w << 6) + static_cast<u32>(std::countr_zero(summary[w]));
                    return (word << 6) + static_cast<u32>(std::countr_zero(words[word]));
                }
            advance();
        }
    }

    [[gnu::noinline]] void advance() {
        u32 n;
        do n = coarse[++epoch]; while (n == none);
        coarse[epoch] = none;
        while (n != none) {
            u32 next = owner[n].next;
            insert(owner, n, static_cast<u32>(owner[n].event >> 32));
            n = next;
        }
    }
};

struct Result {
    i64 events = 0;
    i64 total[classes] = {};
    std::vector<int> times[classes];
    double mean_queue[posts * stages], mean_busy[posts * stages], servers[posts * stages];
};

class Corridor {
public:
    Corridor() {
        service_keys[0] = 0;
        for (int s = 0; s < stages; s++) service_keys[s] = combine(hash_name(table[s].name), hash_name("service"));
        for (int p = 0; p < posts; p++)
            for (int s = 0; s < stages; s++) size(p, s);
    }

    void run(u64 seed, u64 replication, Result& result) {
        start(seed, replication, result);
        while (true) {
            u32 n = wheel.pop(trucks.data());
            u64 event = trucks[n].event;
            u32 now = static_cast<u32>(event >> 32);
            result.events++;
            switch (static_cast<Kind>((event >> 30) & 3)) {
            case service_end: end_service(n, now, result); break;
            case arrival: arrive(n, now); break;
            case staff_change: change_staff(n, now); break;
            case window_end:
                result.events--;
                close(result);
                break;
            }
            if (inside == 0 && now >= window) return;
        }
    }

private:
    Station stations[posts * stages];
    Law laws[posts * stages][classes];
    u64 service_keys[stages];
    Source sources[posts];
    int day_staff[posts], night_staff[posts], servers[posts * stages];
    Wheel wheel;
    std::vector<Truck> trucks;
    u32 free_truck = none;
    u64 sequence = 0;
    i64 inside = 0;

    // Servers and means such that the expected utilisation is the stage's rho exactly.
    void size(int p, int s) {
        const StageRow& row = table[s];
        double rate = volumes[p] / 1440.0;
        double load = rate * row.share * row.nominal / row.rho;
        double mean;
        if (s == 6) {
            day_staff[p] = std::max(1, static_cast<int>(std::floor(1.2 * load + .5)));
            night_staff[p] = std::max(1, static_cast<int>(std::floor(.6 * load + .5)));
            double average = (16.0 * day_staff[p] + 8.0 * night_staff[p]) / 24.0;
            servers[p * stages + s] = night_staff[p];
            mean = row.rho * average / rate;
        } else {
            int c = std::max(1, static_cast<int>(std::floor(load + .5)));
            servers[p * stages + s] = c;
            mean = row.rho * c / (rate * row.share);
        }
        for (int k = 0; k < classes; k++) {
            double ms = mean * 60000.0;
            if (s == 6) ms = ms * customs_factor[k];
            if (s == 7) ms = ms * channel_factor[k];
            if (row.gamma) { Gamma g(ms, row.cv); laws[p * stages + s][k] = {g.d, g.c, g.unit}; }
            else { Lognormal l(ms, row.cv); laws[p * stages + s][k] = {l.median, l.sigma, 0}; }
        }
    }

    void start(u64 seed, u64 replication, Result& result) {
        u64 run = combine(seed, replication);
        trucks.resize(256);
        free_truck = none;
        for (u32 i = 256; i-- > 2 * posts + 1;) { trucks[i].next = free_truck; free_truck = i; }
        wheel.clear();
        wheel.owner = trucks.data();
        sequence = 0;
        inside = 0;
        result.events = 0;
        for (int k = 0; k < classes; k++) { result.total[k] = 0; result.times[k].clear(); }
        for (int i = 0; i < posts * stages; i++) { stations[i] = Station{}; stations[i].free = servers[i]; }
        schedule(2 * posts, window, window_end);
        for (int p = 0; p < posts; p++) schedule(posts + p, 6 * hour, staff_change);
        for (int p = 0; p < posts; p++) {
            char name[8];
            std::snprintf(name, sizeof name, "post-%d", p);
            Source& source = sources[p];
            source = Source{};
            source.key = combine(run, hash_name(name));
            for (int h = 0; h < 24; h++) source.rates[h] = volumes[p] / 24.0 * weights[h] / 3'600'000.0;
            schedule_arrival(p);
        }
    }

    [[gnu::always_inline]] void schedule(u32 n, u32 time, Kind kind) {
        trucks[n].event = static_cast<u64>(time) << 32 | kind << 30 | sequence++;
        wheel.push(trucks.data(), n, time);
    }

    // Records 0 to 9 are the sources, 10 to 19 the customs desks, 20 the window's end.
    void schedule_arrival(u32 p) {
        static constexpr u64 purpose = hash_name("arrival");
        Source& source = sources[p];
        KeyedStream stream = KeyedStream::of(source.key + source.arrivals++ * 0xD1342543DE82EF95u, purpose, 0);
        double need = -draws::log(stream.open());
        while (true) {
            double rate = source.rates[source.hour_of_day];
            double left = (static_cast<double>(hour) - source.into) * rate;
            if (need <= left) {
                source.into += need / rate;
                break;
            }
            need -= left;
            source.into = 0;
            source.hour_start += hour;
            if (++source.hour_of_day == 24) source.hour_of_day = 0;
        }
        i64 time = source.hour_start + static_cast<i64>(source.into + 0.5);
        if (time <= window) schedule(p, static_cast<u32>(time), arrival);
    }

    static double uniform(u64 truck, u64 purpose) { return KeyedStream::of(truck, purpose, 0).uniform(); }

    void arrive(u32 p, u32 now) {
        static constexpr u64 attribute = hash_name("attribute");
        static constexpr u64 class_key = combine(hash_name("class"), attribute), priority_key = combine(hash_name("priority"), attribute);
        static constexpr u64 phyto_key = combine(hash_name("phyto"), attribute), channel_key = combine(hash_name("channel"), attribute);
        schedule_arrival(p);
        if (free_truck == none) grow();
        u32 n = free_truck;
        Truck& truck = trucks[n];
        free_truck = truck.next;
        truck.key = combine(sources[p].key, sources[p].trucks++);
        truck.arrived = now;
        truck.post = static_cast<u8>(p);
        double u1 = uniform(truck.key, class_key), u4 = uniform(truck.key, channel_key);
        unsigned type = (u1 >= .55) + (u1 >= .55 + .30);
        bool priority = type < 2 && uniform(truck.key, priority_key) < .25;
        bool phyto = type == 0 && uniform(truck.key, phyto_key) < .30;
        static constexpr double green[3] = {.70, .90, 1}, yellow[3] = {.70 + .18, .90 + .06, 1};
        unsigned channel = (u4 >= green[type]) + (u4 >= yellow[type]);
        truck.type = static_cast<u8>(type);
        truck.channel = static_cast<u8>(channel);
        truck.level = !priority;
        truck.route = static_cast<u16>(everybody | phyto << 3 | (channel > 0) << 7);
        inside++;
        join(n, now);
    }

    [[gnu::noinline]] void grow() {
        u32 old = static_cast<u32>(trucks.size());
        trucks.resize(2 * old);
        wheel.owner = trucks.data();
        for (u32 i = 2 * old; i-- > old;) { trucks[i].next = free_truck; free_truck = i; }
    }

    [[gnu::always_inline]] void begin(u32 n, Station& station, unsigned stage, u32 now) {
        Truck& truck = trucks[n];
        unsigned variant = stage == 6 ? truck.type : stage == 7 ? truck.channel : 0;
        const Law& law = laws[truck.post * stages + stage][variant];
        KeyedStream stream = KeyedStream::of(truck.key, service_keys[stage], 0);
        double length = gamma_stages >> stage & 1 ? gamma(law, stream) : law.a * draws::exp(law.b * normal(stream));
        station.busy_area -= now;
        station.busy++;
        schedule(n, now + static_cast<u32>(to_milliseconds(length)), service_end);
    }

    [[gnu::always_inline]] static double gamma(const Law& law, KeyedStream& stream) {
        return Gamma::draw(stream, law.a, law.b, law.c);
    }

    [[gnu::always_inline]] void join(u32 n, u32 now) {
        Truck& truck = trucks[n];
        unsigned stage = static_cast<unsigned>(std::countr_zero(truck.route));
        Station& station = stations[truck.post * stages + stage];
        if (station.free > 0) {
            station.free--;
            begin(n, station, stage, now);
            return;
        }
        unsigned q = table[stage].levels == 2 ? truck.level : 0;
        station.queue_area -= now;
        station.waiting++;
        truck.next = none;
        if (station.head[q] == none) station.head[q] = n;
        else trucks[station.tail[q]].next = n;
        station.tail[q] = n;
    }

    [[gnu::always_inline]] void next_in_line(Station& station, unsigned stage, u32 now) {
        unsigned q = station.head[0] == none;
        u32 n = station.head[q];
        station.head[q] = trucks[n].next;
        station.queue_area += now;
        station.waiting--;
        begin(n, station, stage, now);
    }

    [[gnu::always_inline]] void end_service(u32 n, u32 now, Result& result) {
        Truck& truck = trucks[n];
        unsigned stage = static_cast<unsigned>(std::countr_zero(truck.route));
        Station& station = stations[truck.post * stages + stage];
        truck.route &= truck.route - 1;
        if (truck.route) [[likely]] join(n, now);
        else leave(n, now, result);
        station.busy_area += now;
        station.busy--;
        if (station.waiting > 0 && station.free >= 0) next_in_line(station, stage, now);
        else station.free++;
    }

    [[gnu::always_inline]] void leave(u32 n, u32 now, Result& result) {
        Truck& truck = trucks[n];
        int time = static_cast<int>(now - truck.arrived);
        result.total[truck.type] += time;
        result.times[truck.type].push_back(time);
        truck.next = free_truck;
        free_truck = n;
        inside--;
    }

    void change_staff(u32 n, u32 now) {
        u32 p = n - posts;
        bool dawn = now % day == 6 * hour;
        Station& station = stations[p * stages + 6];
        schedule(n, now + static_cast<u32>(dawn ? 16 * hour : 8 * hour), staff_change);
        station.free += dawn ? day_staff[p] - night_staff[p] : night_staff[p] - day_staff[p];
        for (; station.free > 0 && station.waiting > 0; station.free--) next_in_line(station, 6, now);
    }

    void close(Result& result) {
        for (int i = 0; i < posts * stages; i++) {
            const Station& station = stations[i];
            result.mean_queue[i] = static_cast<double>(station.queue_area + station.waiting * window) / static_cast<double>(window);
            result.mean_busy[i] = static_cast<double>(station.busy_area + station.busy * window) / static_cast<double>(window);
        }
    }
};

// Linear interpolation between order statistics (type 7 of Hyndman and Fan 1996), by selection.
double quantile(std::vector<int>& times, double p) {
    double h = static_cast<double>(times.size() - 1) * p;
    auto k = static_cast<std::size_t>(h);
    auto at = times.begin() + static_cast<std::ptrdiff_t>(k);
    std::nth_element(times.begin(), at, times.end());
    int low = *at;
    if (h == static_cast<double>(k) || k + 1 >= times.size()) return low;
    int high = *std::min_element(at + 1, times.end());
    return low + (h - static_cast<double>(k)) * (high - low);
}

double cpu_ms() {
    rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3
        + static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

} // namespace

// corr1-cpp WARM TIMED SEED: untimed replications, then timed ones 0, 1, …; prints "=" lines to compare and "time" lines.
int main(int argc, char** argv) {
    int warm = argc > 1 ? std::atoi(argv[1]) : 1, timed = argc > 2 ? std::atoi(argv[2]) : 5;
    u64 seed = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 1;
    static Corridor corridor;
    Result result;
    constexpr double levels[4] = {.5, .9, .95, .99};
    for (int i = -warm; i < timed; i++) {
        auto wall = std::chrono::steady_clock::now();
        double cpu = cpu_ms();
        corridor.run(seed, static_cast<u64>(i < 0 ? i + warm : i), result);
        double quantiles[classes][4];
        for (int k = 0; k < classes; k++)
            for (int q = 0; q < 4; q++) quantiles[k][q] = quantile(result.times[k], levels[q]);
        cpu = cpu_ms() - cpu;
        double elapsed = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - wall).count();
        if (i < 0) continue;
        std::printf("time %d %.3f %.3f %lld\n", i, cpu, elapsed, static_cast<long long>(result.events));
        std::printf("= %d events %lld\n", i, static_cast<long long>(result.events));
        for (int k = 0; k < classes; k++)
            std::printf("= %d %s trucks %zu total-ms %lld mean-min %.9f p50 %.6f p90 %.6f p95 %.6f p99 %.6f\n", i, class_names[k],
                result.times[k].size(), static_cast<long long>(result.total[k]),
                static_cast<double>(result.total[k]) / static_cast<double>(result.times[k].size()) / minute,
                quantiles[k][0] / minute, quantiles[k][1] / minute, quantiles[k][2] / minute, quantiles[k][3] / minute);
        for (int s = 0; s < posts * stages; s++)
            std::printf("= %d post-%d/%s queue %.9f busy %.9f\n", i, s / stages, table[s % stages].name, result.mean_queue[s], result.mean_busy[s]);
    }
    rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    std::printf("memory %.1f\n", static_cast<double>(usage.ru_maxrss) / 1024.0);
}
