using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>What must stand at a side for the full effect of a measure.</summary>
public sealed record Prerequisite
{
    /// <summary>Name of another measure, or of a condition (<c>condition:…</c>).</summary>
    public required string Name { get; init; }

    /// <summary>What to call it in a sentence.</summary>
    public required Bilingual Label { get; init; }

    /// <summary>Why it is needed and how it is checked.</summary>
    public required Bilingual Reason { get; init; }

    /// <summary>What happens without it.</summary>
    public required Bilingual Without { get; init; }

    /// <summary>Whether it stands at a side of a post.</summary>
    public required Func<BorderPost, SideProcedure, bool> IsMet { get; init; }

    /// <summary>Worth a note only where the measure itself finds that it does less without it.</summary>
    public bool OnlyIfLimiting { get; init; }

    /// <summary>Another measure, met where it is in force at half strength or more: since before the baseline, or by an earlier entry of the same scenario.</summary>
    public static Prerequisite Measure(string name, Bilingual reason, Bilingual without) => new()
    {
        Name = name,
        Label = new(name, name),
        Reason = reason,
        Without = without,
        IsMet = (_, side) => InForceLevels.Stands(side, name),
    };
}
