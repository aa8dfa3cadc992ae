using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Studies;

/// <summary>How a time release study is made: which week, how many trucks of each stratum, how well they are seen.</summary>
public sealed record SurveyDesign
{
    /// <summary>Seed of the simulated truth and of the sampling.</summary>
    public ulong Seed { get; init; } = 2024;

    /// <summary>Number of the replication: another week of the same corridor.</summary>
    public int Replication { get; init; }

    /// <summary>Days simulated before the survey begins.</summary>
    public int WarmUpDays { get; init; } = 28;

    /// <summary>Days whose arrivals are surveyed; official studies take one week.</summary>
    public int Days { get; init; } = 7;

    /// <summary>Hours the surveyors stay after the last day; a truck still inside then is censored, not dropped.</summary>
    public double FollowUpHours { get; init; } = 48;

    /// <summary>Trucks timed in each stratum (post × side × direction × operation), drawn at random from those that came; null for all.</summary>
    public int? PerStratum { get; init; } = 60;

    /// <summary>Share of the stamps t0 that the readers upstream of the post miss, and of the other optional stamps (t2 to t7): from 0 to 1.</summary>
    public double MissedShare { get; init; }

    /// <summary>Every stamp is rounded to the nearest multiple of this many minutes; 0 keeps milliseconds.</summary>
    public int RoundedToMinutes { get; init; } = 1;

    /// <summary>The desks were timed too: start and end of every stage.</summary>
    public bool StageTimes { get; init; }

    /// <summary>There is no reader upstream of the post: no truck has a t0.</summary>
    public bool WithoutQueue { get; init; }

    /// <summary>Border posts surveyed, by id; null for all.</summary>
    public IReadOnlyList<string>? Posts { get; init; }

    /// <summary>Countries whose sides are surveyed; null for all.</summary>
    public IReadOnlyList<string>? Sides { get; init; }

    /// <summary>Directions surveyed; null for both.</summary>
    public Direction? Direction { get; init; }
}
