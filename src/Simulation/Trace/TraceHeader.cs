using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Simulation.Trace;

/// <summary>The first line of a trace: which window of which run, and the lanes with their staff when the events begin.</summary>
public sealed record TraceHeader
{
    /// <summary>Start of the window; earlier events tell the history of trucks that were inside then.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>End of the window, not included.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Id of the scenario that ran; null if not told.</summary>
    public string? Scenario { get; init; }

    /// <summary>Seed of the experiment and number of the replication.</summary>
    public ulong Seed { get; init; }

    /// <inheritdoc cref="Seed"/>
    public int Replication { get; init; }

    /// <summary>The border posts, from north to south.</summary>
    public required IReadOnlyList<TracePost> Posts { get; init; }

    /// <summary>The sides: four a post.</summary>
    public required IReadOnlyList<TraceSide> Sides { get; init; }

    /// <summary>Whether a line says that it is a header.</summary>
    public static bool Is(ReadOnlySpan<byte> line) => line.StartsWith("{\"type\":\"trace.header\""u8);

    /// <summary>Reads a first line.</summary>
    /// <exception cref="TraceFormatException">It is not a header of this version.</exception>
    public static TraceHeader Parse(ReadOnlySpan<byte> line) => TraceHeaderJson.Parse(System.Text.Encoding.UTF8.GetString(line));

    /// <summary>What the header says of the lanes, as events of an instant.</summary>
    public IEnumerable<BorderEvent> LanesAt(DateTimeOffset t)
    {
        foreach (TraceSide side in Sides)
            foreach (TraceLane lane in side.Lanes)
            {
                int order = 0;
                BorderEvent Event(string type, EventExtras ext) => new()
                {
                    Type = type, T = t.ToOffset(side.Offset), Post = side.Post, Side = side.Side, Dir = side.Dir, Lane = lane.Lane, Agency = lane.Agency, Ext = ext with { Order = order++ },
                };
                yield return Event(lane.Staff > 0 ? BorderEventTypes.ResourceOpen : BorderEventTypes.ResourceClose, new EventExtras { Staff = lane.Staff, Extra = lane.Extra });
                for (int i = 0; i < lane.Down; i++) yield return Event(BorderEventTypes.ResourceDown, new EventExtras { Reason = EventReasons.Breakdown });
                for (int i = 0; i < lane.Outages; i++) yield return Event(BorderEventTypes.ResourceDown, new EventExtras { Reason = EventReasons.Outage });
            }
    }
}

/// <summary>A border post.</summary>
/// <param name="Id">As in <see cref="BorderEvent.Post"/>.</param>
/// <param name="North">Country on the Guatemalan side.</param>
/// <param name="South">Country on the Panamanian side.</param>
public sealed record TracePost(string Id, string North, string South);

/// <summary>One country's part in the crossings of one direction.</summary>
/// <param name="Post">Border post.</param>
/// <param name="Side">Country.</param>
/// <param name="Dir">Direction.</param>
/// <param name="Role">Exit or entry side.</param>
/// <param name="Offset">Offset of its clock from UTC.</param>
/// <param name="Lanes">Its lanes.</param>
public sealed record TraceSide(string Post, string Side, Direction Dir, SideRole Role, TimeSpan Offset, IReadOnlyList<TraceLane> Lanes);

/// <summary>A lane when the events begin.</summary>
/// <param name="Lane">As in <see cref="BorderEvent.Lane"/>.</param>
/// <param name="Agency">Whose it is.</param>
/// <param name="Staff">Staff scheduled.</param>
/// <param name="Extra">Staff called in besides.</param>
/// <param name="Down">Units out of order.</param>
/// <param name="Outages">Outages of its computers that last.</param>
public sealed record TraceLane(string Lane, Agency Agency, int Staff, int Extra, int Down, int Outages);
