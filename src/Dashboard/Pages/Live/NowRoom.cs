using CorridorTwin.Dashboard.Library;
using CorridorTwin.Dashboard.Live;
using CorridorTwin.Scenarios;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Twin;
using CorridorTwin.Twin.Forecasts;
using CorridorTwin.Twin.Ingest;
using CorridorTwin.Twin.Nowcasts;

namespace CorridorTwin.Dashboard.Pages.Live;

/// <summary>The corridor as its twin knows it, for all readers of one moment.</summary>
/// <param name="Version">Grows with what the twin is told.</param>
/// <param name="Asked">When this was worked out, by the wall clock.</param>
/// <param name="Corridor">The corridor that is followed.</param>
/// <param name="Standing">How the dashboard stands to the twin's file.</param>
/// <param name="Problem">Why the twin cannot be written or read; null if all is well.</param>
public sealed record Now(long Version, DateTimeOffset Asked, CorridorModel Corridor, TwinStanding Standing, Bilingual? Problem)
{
    /// <summary>The state; null while nothing was ever told.</summary>
    public TwinView? State { get; init; }

    /// <summary>The lines before the first gates with what missing reads leave open.</summary>
    public IReadOnlyList<QueueEstimate> Lines { get; init; } = [];

    /// <summary>Who tells.</summary>
    public IReadOnlyList<SourceNow> Sources { get; init; } = [];

    /// <summary>How good the readings are.</summary>
    public TwinQuality Quality { get; init; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>Events in the log.</summary>
    public long Events { get; init; }

    /// <summary>All that was told says of itself that it is simulated.</summary>
    public bool IsSimulated => Sources.Count > 0 && Sources.All(s => s.Simulated >= s.Accepted);

    /// <summary>A side's part of the state; null if nothing was ever told of it.</summary>
    public SideView? Side(Spot at) => State?.Sides.FirstOrDefault(s => s.Post == at.Post && s.Dir == at.Direction && s.Side == at.Side);

    /// <summary>Trucks at a post in a direction, both sides together, those in line and those past the gate; null where neither side has data.</summary>
    public (int Queue, int Inside)? Counts(string post, Direction way)
    {
        SideView[] known = [.. (State?.Sides ?? []).Where(s => s.Post == post && s.Dir == way && !s.NoData)];
        return known.Length == 0 ? null : (known.Sum(s => s.Flow.Queue), known.Sum(s => s.Flow.Inside));
    }
}

/// <summary>A source of events as readers see it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Accepted">Events taken.</param>
/// <param name="Simulated">How many of them are simulated.</param>
/// <param name="NotTaken">Lines set aside.</param>
/// <param name="Late">Events kept in the log that came too late for the live state.</param>
/// <param name="Newest">Its newest event.</param>
/// <param name="Heard">When it was last heard, by the wall clock.</param>
/// <param name="Skew">How far its clock is off, milliseconds; null if it cannot be told.</param>
public sealed record SourceNow(string Name, long Accepted, long Simulated, long NotTaken, long Late, DateTimeOffset Newest, DateTimeOffset Heard, long? Skew)
{
    private static readonly string[] Taken = ["accepted", SourceState.Simulated, "duplicate", "out-of-order", "late", "unknown-type", "corrected"];

    /// <summary>Of a source that has told something.</summary>
    public static SourceNow Of(SourceFigures s) => new(
        s.Name, s.Counters.GetValueOrDefault("accepted"), s.Counters.GetValueOrDefault(SourceState.Simulated), s.Counters.Where(c => !Taken.Contains(c.Key)).Sum(c => c.Value), s.Counters.GetValueOrDefault("late"), s.Newest!.Value, s.Heard!.Value, s.Skew);
}

/// <summary>Works out for all readers at once how the corridor stands and what lies ahead of it.</summary>
public sealed class NowRoom(TwinRoom twin, ScenarioLibrary library)
{
    /// <summary>How long a picture serves although something has changed since: readers are sent one a second.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(900);

    /// <summary>How long a forecast serves although the state has gone on.</summary>
    private static readonly TimeSpan FreshAhead = TimeSpan.FromSeconds(20);

    private const int MostKept = 64;

    private readonly Lock gate = new();
    private readonly Dictionary<int, (Task<Forecast?> Made, DateTime Asked)> ahead = [];
    private readonly Dictionary<string, Task<Fork?>> forks = [];
    private Task<Now>? last;
    private DateTime at;

    /// <summary>The corridor now; at most a second old.</summary>
    public Task<Now> Ask()
    {
        lock (gate)
        {
            if (last is { IsFaulted: false, IsCanceled: false } && (!last.IsCompleted || DateTime.UtcNow - at < Fresh)) return last;
            at = DateTime.UtcNow;
            return last = Look();
        }
    }

    /// <summary>The hours ahead, from the state of at most some seconds ago. Shared by all who ask.</summary>
    public Task<Forecast?> Ahead(ForecastRequest request)
    {
        lock (gate)
        {
            if (ahead.TryGetValue(request.Hours, out var known) && !known.Made.IsFaulted && (!known.Made.IsCompleted || DateTime.UtcNow - known.Asked < FreshAhead)) return known.Made;
            Task<Forecast?> made = twin.Forecast(request);
            ahead[request.Hours] = (made, DateTime.UtcNow);
            return made;
        }
    }

    /// <summary>The hours ahead with a change, beside those without. A question that was answered keeps its answer, so that its page can be read at leisure.</summary>
    /// <param name="question">The question as its address says it.</param>
    /// <param name="request">How far to look.</param>
    /// <param name="change">The change.</param>
    public Task<Fork?> Try(string question, ForecastRequest request, WhatIf change)
    {
        lock (gate)
        {
            if (forks.TryGetValue(question, out Task<Fork?>? known) && !known.IsFaulted) return known;
            if (forks.Count >= MostKept) forks.Clear();
            return forks[question] = twin.Fork(request, change);
        }
    }

    private async Task<Now> Look()
    {
        TwinScene? scene = await twin.Now();
        var now = new Now(twin.Version, DateTimeOffset.UtcNow, library.Baseline!.Model, twin.Standing, twin.Problem);
        if (scene is null || twin.Opened is not { Events: > 0 } open) return now;
        return now with { State = scene.View, Lines = scene.Lines ?? [], Sources = [.. open.Figures().Where(f => f.Newest is not null).Select(SourceNow.Of)], Quality = open.Quality(), Events = open.Events };
    }
}
