using CorridorTwin.Simulation.Engine;

namespace CorridorTwin.Simulation.Trace;

/// <summary>
/// What a run has to be known for before its window can be told in order of time: who was inside when the window opened,
/// the lanes then, and the declarations that come before their trucks.
/// </summary>
internal sealed class TraceScope
{
    /// <summary>The window, milliseconds, its end not included.</summary>
    public required long From { get; init; }

    /// <inheritdoc cref="From"/>
    public required long To { get; init; }

    /// <summary>Trucks inside when the window opened, and the leg of their journey they were on: told from the start of that leg.</summary>
    public required IReadOnlyDictionary<(int Source, long Ordinal), int> Carried { get; init; }

    /// <summary>When the first of them began its leg: lanes are told from then on.</summary>
    public required long LanesFrom { get; init; }

    /// <summary>The lanes just before that.</summary>
    public required LaneLevels[] Lanes { get; init; }

    /// <summary>Stamps of declarations that lie before the instant at which the engine raised them, in order of time.</summary>
    public required IReadOnlyList<(TraceRecord Record, long Sequence)> Ahead { get; init; }

    /// <summary>Whether a truck's record belongs to the trace.</summary>
    public bool Tells(in TraceRecord r) =>
        r.Time >= From || (Carried.TryGetValue((r.Source, r.Ordinal), out int leg) && leg == r.Leg);
}

/// <summary>A lane's staff and state.</summary>
internal struct LaneLevels
{
    public int Staff;
    public int Extra;
    public int Down;
    public int Outages;

    /// <summary>Takes a station's record.</summary>
    public void Take(in TraceRecord r)
    {
        switch (r.Kind)
        {
            case TraceKind.Staff: Staff = r.Value; break;
            case TraceKind.CalledIn: Extra = r.Value; break;
            case TraceKind.Down: Down = r.Value; break;
            case TraceKind.Up: Down = 0; break;
            case TraceKind.Disturbed: Outages++; break;
            case TraceKind.Restored: Outages--; break;
        }
    }

    /// <summary>The lanes of a network at the beginning of a run.</summary>
    public static LaneLevels[] AtStart(Network.NetworkModel network, long start) =>
        [.. network.Stations.Select(s => new LaneLevels { Staff = s.Calendar.LevelAt(start) })];
}
