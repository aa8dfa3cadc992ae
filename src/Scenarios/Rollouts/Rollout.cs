using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Rollouts.Matrix;
using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Rollouts;

/// <summary>A rollout as its file has it: what comes where and when, what already stands, and by which weeks a year is represented.</summary>
public sealed record Rollout
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>What it is.</summary>
    public required Bilingual Description { get; init; }

    /// <summary>The corridor it starts from.</summary>
    public required BaselineFile Baseline { get; init; }

    /// <summary>The matrix whose rows it names.</summary>
    public required IReadOnlyList<MatrixRow> Matrix { get; init; }

    /// <summary>Contradictions known of the strategy's text.</summary>
    public required IReadOnlyList<Contradiction> Contradictions { get; init; }

    /// <summary>How counts of the region become sides of this corridor.</summary>
    public required CountMapping Counts { get; init; }

    /// <summary>Years from the year in which a cell counts a measure to the first in which it is in force.</summary>
    public required int Lag { get; init; }

    /// <summary>What comes, in the order of the file: measures, and conditions that they wait for.</summary>
    public required IReadOnlyList<RolloutLine> Lines { get; init; }

    /// <summary>Sides as they stood at the end of 2023.</summary>
    public required IReadOnlyList<SideStatus> Status { get; init; }

    /// <summary>Years by which something is late.</summary>
    public required IReadOnlyList<Delay> Delays { get; init; }

    /// <summary>What stands or is under contract whatever becomes of the strategy: in the case without as well.</summary>
    public required IReadOnlyList<Commitment> Committed { get; init; }

    /// <summary>Sides under construction.</summary>
    public required IReadOnlyList<Works> Works { get; init; }

    /// <summary>What gives way where lines grow, in both cases; null for what the baseline has.</summary>
    public required Yielding? Yield { get; init; }

    /// <summary>The weeks that stand for a year.</summary>
    public required IReadOnlyList<RepresentativeWeeks> Weeks { get; init; }

    /// <summary>The user's own levels by row and year.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<int, double>> Own { get; init; }

    /// <summary>Files it is made of: itself and the two tables.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Numbers its file gives, with source, grade and range.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>Where its file begins.</summary>
    public required Mark Mark { get; init; }

    /// <summary>The sides of its corridor.</summary>
    public IReadOnlyList<RolloutSide> Sides => RolloutSide.All(Baseline.Model);

    /// <summary>The year from which a measure is under contract at a side; null for never.</summary>
    public int? CommittedAt(string measure, RolloutSide side) => Committed.Where(c => c.Use.Measure == measure && c.Sides.Contains(side)).Select(c => (int?)c.From).Min();

    /// <summary>The line of a name.</summary>
    public RolloutLine Line(string name) => Lines.First(l => l.Name == name);

    /// <summary>Levels of a line's row at the end of each year of the matrix; null for a line without a row.</summary>
    public IReadOnlyList<double>? Levels(RolloutLine line, MatrixReading reading) =>
        line.Row is { } id ? Trajectory.Of(Matrix.First(r => r.Id == id), reading, Own.GetValueOrDefault(id)) : null;
}

/// <summary>How a count of posts becomes a number of sides.</summary>
public enum CountsAs
{
    /// <summary>Of what lies between base and goal, the same share here as in the region: at the goal all sides have it.</summary>
    ShareOfProgramme,
    /// <summary>The same share of sides as of the region's posts.</summary>
    ShareOfRegion,
    /// <summary>Every post counted is one of this corridor, until all sides have it.</summary>
    CorridorFirst,
}

/// <param name="As">How.</param>
/// <param name="RegionPosts">Posts of the region: an assumption, since the strategy never lists them.</param>
public sealed record CountMapping(CountsAs As, int RegionPosts);

/// <summary>One line of a rollout: a measure, or a condition that measures wait for.</summary>
/// <param name="Name">Name of the measure, or of the condition.</param>
/// <param name="Title">In words.</param>
/// <param name="Use">The measure with its parameters, without sides; null for a condition.</param>
/// <param name="Row">The row of the matrix that says when; null where the file itself does.</param>
/// <param name="From">Year from which it is in force, for a line without a row; by side where sides differ. Null for a line with a row.</param>
/// <param name="Order">Sides in the order in which they get it; those left out follow from the north, unless <paramref name="Only"/>.</param>
/// <param name="Only">No other sides than those listed ever get it.</param>
/// <param name="WaitsFor">Lines without which it does not begin.</param>
/// <param name="Building">Years under construction before it is in force; 0 for none.</param>
/// <param name="Mark">Where it stands.</param>
public sealed record RolloutLine(
    string Name, Bilingual Title, MeasureApplication? Use, string? Row, IReadOnlyDictionary<RolloutSide, int>? From,
    IReadOnlyList<RolloutSide> Order, bool Only, IReadOnlyList<string> WaitsFor, int Building, Mark Mark);

/// <param name="Side">The side.</param>
/// <param name="Text">How it stood at the end of 2023.</param>
/// <param name="Stands">Measures that stand there and change nothing any more.</param>
/// <param name="Source">Row of the table of sources; null if none is named.</param>
public sealed record SideStatus(RolloutSide Side, Bilingual Text, IReadOnlyList<string> Stands, string? Source);

/// <param name="Line">What is late.</param>
/// <param name="Sides">Where; null for everywhere.</param>
/// <param name="Years">By how many years.</param>
/// <param name="Because">Why.</param>
public sealed record Delay(string Line, IReadOnlyList<RolloutSide>? Sides, int Years, Bilingual Because);

/// <summary>A measure that comes with or without the strategy.</summary>
/// <param name="Use">The measure with its sides and parameters.</param>
/// <param name="Sides">Where.</param>
/// <param name="From">First year in force.</param>
/// <param name="Because">What is known of it.</param>
/// <param name="Source">Row of the table of sources; null if none is named.</param>
public sealed record Commitment(MeasureApplication Use, IReadOnlyList<RolloutSide> Sides, int From, Bilingual Because, string? Source);

/// <summary>A side under construction.</summary>
/// <param name="Sides">Which.</param>
/// <param name="First">First year.</param>
/// <param name="Last">Last year.</param>
/// <param name="CapacityLost">Share of staff-hours that cannot be worked meanwhile.</param>
/// <param name="Committed">Built with or without the strategy.</param>
/// <param name="Because">What is built.</param>
public sealed record Works(IReadOnlyList<RolloutSide> Sides, int First, int Last, double CapacityLost, bool Committed, Bilingual Because);

/// <summary>What gives way where a line grows long, beyond what the baseline has.</summary>
/// <param name="DeferFrom">Trucks waiting from which some put the crossing off.</param>
/// <param name="DeferShare">Share that does.</param>
/// <param name="DeferHours">For how long.</param>
/// <param name="DivertFrom">Trucks waiting from which some cross elsewhere.</param>
/// <param name="DivertShare">Share that does.</param>
/// <param name="ExtraFrom">Trucks waiting before a station from which more officers come; null for none.</param>
/// <param name="ExtraStaff">How many come.</param>
/// <param name="WhenClosed">They come also when nobody is scheduled.</param>
public sealed record Yielding(int DeferFrom, double DeferShare, double DeferHours, int DivertFrom, double DivertShare, int? ExtraFrom, int ExtraStaff, bool WhenClosed);

/// <summary>Weeks that stand for a part of a year.</summary>
/// <param name="Id">Short name.</param>
/// <param name="Title">In words.</param>
/// <param name="Start">The day on or after which their first Monday is; null for weeks without dates.</param>
/// <param name="Days">Days measured.</param>
/// <param name="WarmUpDays">Days simulated before them: whole weeks.</param>
/// <param name="StandsFor">Days of the year they stand for.</param>
/// <param name="Steady">They are alike, so that a result that changes with how long one measures is no result.</param>
public sealed record RepresentativeWeeks(string Id, Bilingual Title, DayRule? Start, int Days, int WarmUpDays, double StandsFor, bool Steady)
{
    /// <summary>These weeks in a year.</summary>
    public Weeks In(int year) => new(year, Start?.In(year) is { } day ? Monday(day) : null);

    private static DateOnly Monday(DateOnly day) => day.AddDays(((int)DayOfWeek.Monday - (int)day.DayOfWeek + 7) % 7);
}
