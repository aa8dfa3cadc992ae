using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Simulation.Trace;

/// <summary>One truck on one side, as a perfect observer would write it down.</summary>
public sealed class Passage
{
    private readonly DateTimeOffset epoch;
    private readonly long[] stamps = [-1, -1, -1, -1, -1, -1, -1, -1, -1];
    private readonly List<PassageStage> stages = [];
    // A declaration may have been lodged before simulated instant zero.
    private bool lodged;

    internal Passage(DateTimeOffset epoch, TimeSpan offset, int leg) => (this.epoch, Offset, Leg) = (epoch, offset, leg);

    /// <summary>Pseudonym of the truck.</summary>
    public required string Unit { get; init; }

    /// <summary>Identity of the truck for draws.</summary>
    public required ulong Key { get; init; }

    /// <summary>Border post.</summary>
    public required string Post { get; init; }

    /// <summary>Country of the side.</summary>
    public required string Side { get; init; }

    /// <summary>Direction.</summary>
    public required Direction Direction { get; init; }

    /// <summary>Official operation.</summary>
    public required Operation Operation { get; init; }

    /// <summary>The truck leaves the country here; false where it enters it.</summary>
    public required bool IsExit { get; init; }

    /// <summary>What sets the truck apart.</summary>
    public required CargoFlags Flags { get; init; }

    /// <summary>Customs' risk channel; null until assigned.</summary>
    public RiskChannel? Channel { get; internal set; }

    /// <summary>Local time of the side.</summary>
    public TimeSpan Offset { get; }

    /// <summary>Service of its stages, in the order in which it began.</summary>
    public IReadOnlyList<PassageStage> Stages => stages;

    internal int Leg { get; }

    /// <summary>Stamp ti; null where not reached. t4 is the first examination's start, t5 the last one's end.</summary>
    public DateTimeOffset? this[int i] => stamps[i] < 0 && !(i == 2 && lodged) ? null : At(stamps[i]);

    /// <summary>A simulated instant, milliseconds, on the side's clock.</summary>
    public DateTimeOffset At(long time) => new(epoch.UtcTicks + Offset.Ticks + time * TimeSpan.TicksPerMillisecond, Offset);

    internal void Set(int i, long time)
    {
        if (i == 2) lodged = true;
        else if (stamps[i] >= 0) return;
        stamps[i] = time;
    }

    internal void Last(int i, long time) => stamps[i] = time;

    internal void Begin(string stage, Agency? agency, long time)
    {
        // Work that was interrupted and goes on is one service.
        if (!stages.Exists(s => s.Stage == stage && s.End < 0)) stages.Add(new PassageStage(stage, agency, time, -1));
    }

    internal void End(string stage, long time)
    {
        int i = stages.FindLastIndex(s => s.Stage == stage && s.End < 0);
        if (i >= 0) stages[i] = stages[i] with { End = time };
    }

    /// <summary>Forgets what lies at or after an instant.</summary>
    internal void CutAt(long until)
    {
        for (int i = 0; i < stamps.Length; i++)
            if (stamps[i] >= until) (stamps[i], lodged) = (-1, lodged && i != 2);
        if (stamps[3] < 0) Channel = null;
        stages.RemoveAll(s => s.Start >= until);
        for (int i = 0; i < stages.Count; i++)
            if (stages[i].End >= until) stages[i] = stages[i] with { End = -1 };
    }
}

/// <summary>Service of one stage.</summary>
/// <param name="Stage">Its word in events.</param>
/// <param name="Agency">Who serves.</param>
/// <param name="Start">Simulated milliseconds.</param>
/// <param name="End">Simulated milliseconds; −1 while it goes on.</param>
public readonly record struct PassageStage(string Stage, Agency? Agency, long Start, long End);
