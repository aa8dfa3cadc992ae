using System.Text.Json.Serialization;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Twin.Grains;

/// <summary>What a grain can be told. Immutable; the names on the wire carry a version and are never used again for another shape.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Told), "told/1")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn/1")]
[JsonDerivedType(typeof(Woken), "woken/1")]
[JsonDerivedType(typeof(AtLane), "at-lane/1")]
[JsonDerivedType(typeof(AtPost), "at-post/1")]
[JsonDerivedType(typeof(LaneReport), "lane-report/1")]
public abstract record GrainMessage;

/// <summary>Something happened to the grain.</summary>
/// <param name="Reading">What.</param>
/// <param name="Trip">The passage, of a truck's reading; null for a lane's.</param>
public sealed record Told(Reading Reading, string? Trip = null) : GrainMessage;

/// <summary>A reading has been corrected: it never happened.</summary>
/// <param name="Key">Which.</param>
public sealed record Withdrawn(ulong Key) : GrainMessage;

/// <summary>An instant the grain asked for has come.</summary>
/// <param name="Due">Which, Unix milliseconds.</param>
public sealed record Woken(long Due) : GrainMessage;

/// <summary>What a vehicle does at a lane, in place of what it did there before.</summary>
/// <param name="Trip">Its passage.</param>
/// <param name="Stage">The stage it is there for.</param>
/// <param name="Unit">Pseudonym.</param>
/// <param name="Standing">What it does; null: it is not there any more.</param>
/// <param name="Priority">Priority in the line.</param>
/// <param name="Since">Since when, Unix milliseconds.</param>
/// <param name="First">Its service was interrupted: it stands before the others of its priority.</param>
public sealed record AtLane(string Trip, string Stage, string Unit, LaneStanding? Standing, int Priority, long Since, bool First) : GrainMessage;

/// <summary>Where on a side of a post a truck is, in place of where it was there before.</summary>
/// <param name="Trip">Its passage.</param>
/// <param name="Side">The side.</param>
/// <param name="Unit">Pseudonym.</param>
/// <param name="Dir">Direction.</param>
/// <param name="Phase">Where; null: it is forgotten, and stays counted as it was.</param>
/// <param name="Since">Since when, Unix milliseconds.</param>
/// <param name="Facts">What is known of it.</param>
public sealed record AtPost(string Trip, string Side, string Unit, Direction? Dir, Phase? Phase, long Since, Facts Facts) : GrainMessage;

/// <summary>A lane in numbers.</summary>
public sealed record LaneReport(string Lane, int Staff, int Extra, int Down, int Waiting, int InService, int Held) : GrainMessage;

/// <summary>What a vehicle does at a lane.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LaneStanding>))]
public enum LaneStanding : byte
{
    /// <summary>Stands in its line.</summary>
    Queued,
    /// <summary>Is served.</summary>
    InService,
    /// <summary>Has been served and cannot go on because the next yard is full.</summary>
    Held,
}

/// <summary>How far a truck is on a side.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Phase>))]
public enum Phase : byte
{
    /// <summary>Not there: at most its declaration is.</summary>
    None,
    /// <summary>In the line before the first gate.</summary>
    Queue,
    /// <summary>Past the first gate.</summary>
    Inside,
    /// <summary>Gone.</summary>
    Left,
    /// <summary>Not seen for so long that it is counted out.</summary>
    Lost,
}
