namespace CorridorTwin.Scenarios.Sensitivity;

/// <summary>How thoroughly to look for what an answer hangs on.</summary>
public sealed record SensitivityOptions
{
    /// <summary>Random paths through the ranges; each moves every input, or every kind, once. Two at least.</summary>
    public int Paths { get; init; } = 4;

    /// <summary>Levels of each range that the paths step on; an even number.</summary>
    public int Levels { get; init; } = 4;

    /// <summary>
    /// How far paths go from the own values towards the ends of the ranges, 0 to 1. All inputs move at once along a path; at the very ends of all
    /// ranges no corridor works, and what matters there says little about this one. Effects are given for whole ranges all the same.
    /// </summary>
    public double Reach { get; init; } = 0.5;

    /// <summary>Replications at each point of a path: the same ones at every point.</summary>
    public int ScreeningReplications { get; init; } = 2;

    /// <summary>How many of the most important inputs are set to both ends, one at a time.</summary>
    public int Top { get; init; } = 8;

    /// <summary>Replications of each end.</summary>
    public int EndReplications { get; init; } = 10;

    /// <summary>More inputs than this are screened by kind first, and kinds are looked into, the most important first, until so many members are.</summary>
    public int MembersAtMost { get; init; } = 32;

    /// <summary>A kind that moves the answer less than this share of the most important one is not looked into.</summary>
    public double LeastShare { get; init; } = 0.03;

    /// <summary>Seed of the paths.</summary>
    public ulong Seed { get; init; } = 2024;
}
