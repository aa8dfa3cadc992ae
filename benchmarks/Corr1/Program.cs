using System.Diagnostics;
using System.Globalization;
using CorridorTwin.Benchmarks;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;

// corr1 WARM TIMED SEED: untimed replications, then timed ones 0, 1, …; prints "=" lines to compare with the C++ peer,
// "time" lines (replication, processor ms, wall ms, events), and what only this engine has: allocation, fingerprint, memory.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int warm = args.Length > 0 ? int.Parse(args[0]) : 5;
int timed = args.Length > 1 ? int.Parse(args[1]) : 5;
ulong seed = args.Length > 2 ? ulong.Parse(args[2]) : 1;
NetworkModel model = Corr1Network.Build();
var times = new TimesInSystem(model, 160_000);
var quantiles = new double[Corr1Network.Classes.Length, 4];

for (int i = -warm; i < timed; i++)
{
    times.Clear();
    long wall = Stopwatch.GetTimestamp();
    TimeSpan cpu = Environment.CpuUsage.TotalTime;
    RunResult result = Replication.Run(model, Corr1Network.Options(seed, i < 0 ? i + warm : i), times);
    ReadQuantiles();
    cpu = Environment.CpuUsage.TotalTime - cpu;
    double elapsed = Stopwatch.GetElapsedTime(wall).TotalMilliseconds;
    if (i < 0)
    {
        if (i == -warm) Console.WriteLine($"cold {cpu.TotalMilliseconds:F3} {elapsed:F3}");
        continue;
    }
    Print(i, result, cpu, elapsed);
}
Console.WriteLine($"allocated {AllocatedPerEvent()}");
Console.WriteLine($"memory {PeakMegabytes():F1}");

void ReadQuantiles()
{
    for (int c = 0; c < Corr1Network.Classes.Length; c++)
        for (int q = 0; q < 4; q++)
            quantiles[c, q] = Selection.Quantile(times.Times(c), q switch { 0 => .5, 1 => .9, 2 => .95, _ => .99 }) / SimDuration.MillisecondsPerMinute;
}

void Print(int i, RunResult result, TimeSpan cpu, double elapsed)
{
    if (result.LittleViolations.Count > 0 || times.Unbalanced > 0 || result.Inside != 0) throw new InvalidOperationException("Little's law, the time split or truck conservation fails.");
    long events = result.Events - 1; // the closing of the window is not a model event; without a warm-up its opening is none at all
    Console.WriteLine($"time {i} {cpu.TotalMilliseconds:F3} {elapsed:F3} {events}");
    Console.WriteLine($"fingerprint {i} {result.Fingerprint:X16}");
    Console.WriteLine($"= {i} events {events}");
    for (int c = 0; c < Corr1Network.Classes.Length; c++)
    {
        int trucks = times.Times(c).Length;
        Console.WriteLine(
            $"= {i} {Corr1Network.Classes[c]} trucks {trucks} total-ms {times.Totals[c]} mean-min {times.Totals[c] / (double)trucks / SimDuration.MillisecondsPerMinute:F9}"
            + $" p50 {quantiles[c, 0]:F6} p90 {quantiles[c, 1]:F6} p95 {quantiles[c, 2]:F6} p99 {quantiles[c, 3]:F6}");
    }
    for (int s = 0; s < result.Stations.Count; s++)
        Console.WriteLine($"= {i} {model.StationNames[s]} queue {result.Stations[s].MeanQueue:F9} busy {result.Stations[s].MeanBusy:F9}");
}

// Bytes allocated per event from the tenth simulated day to the end.
double AllocatedPerEvent()
{
    times.Clear();
    var replication = new Replication(model, Corr1Network.Options(seed, 0), times);
    while (replication.Now < SimTime.FromDays(10)) replication.RunEvents(1000);
    long events = replication.Events;
    long before = GC.GetAllocatedBytesForCurrentThread();
    replication.RunToEnd();
    return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)(replication.Events - events);
}

static double PeakMegabytes()
{
    if (!OperatingSystem.IsLinux()) return Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0;
    string line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal));
    return double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1]) / 1024.0;
}
