using CorridorTwin.Scenarios.Rollouts.Matrix;

namespace CorridorTwin.Scenarios.Rollouts;

/// <summary>Which side gets what in which year, after all that slips.</summary>
public sealed record RolloutPlan
{
    /// <summary>The rollout.</summary>
    public required Rollout Rollout { get; init; }

    /// <summary>Which numbers of the matrix hold.</summary>
    public required MatrixReading Reading { get; init; }

    /// <summary>One for every line and side, in the order of lines, from the north.</summary>
    public required IReadOnlyList<RolloutStep> Steps { get; init; }

    /// <summary>The step of a line at a side.</summary>
    public RolloutStep At(string line, RolloutSide side) => Steps.First(s => s.Line.Name == line && s.Side == side);

    /// <summary>How many sides have a line in a year.</summary>
    public int Count(string line, int year) => Steps.Count(s => s.Line.Name == line && s.InForce(year));

    /// <summary>Makes the plan.</summary>
    public static RolloutPlan Of(Rollout rollout, MatrixReading reading)
    {
        IReadOnlyList<RolloutSide> sides = rollout.Sides;
        var steps = new Dictionary<(string, RolloutSide), RolloutStep>();
        foreach (RolloutLine line in rollout.Lines) Resolve(line);
        return new RolloutPlan { Rollout = rollout, Reading = reading, Steps = [.. rollout.Lines.SelectMany(l => sides.Select(s => steps[(l.Name, s)]))] };

        void Resolve(RolloutLine line)
        {
            if (steps.ContainsKey((line.Name, sides[0]))) return;
            foreach (string needed in line.WaitsFor) Resolve(rollout.Line(needed));
            IReadOnlyDictionary<RolloutSide, int?> planned = SideCounts.Years(rollout, line, reading);
            foreach (RolloutSide side in sides) steps[(line.Name, side)] = Step(line, side, planned.GetValueOrDefault(side));
        }

        RolloutStep Step(RolloutLine line, RolloutSide side, int? planned)
        {
            var step = new RolloutStep(line, side, planned) { Stands = SideCounts.Stands(rollout, line, side), Year = planned };
            // What is under contract comes in its own year, and waits for nothing of the strategy.
            if (!step.Stands && rollout.CommittedAt(line.Name, side) is { } year && !(year > planned)) return step with { Planned = year, Year = year, Committed = true };
            if (step.Stands || planned is null) return step;
            foreach (Delay delay in rollout.Delays.Where(d => d.Line == line.Name && d.Sides?.Contains(side) != false))
                step = step.To(step.Year + delay.Years, null, delay.Because);
            foreach (RolloutStep needed in line.WaitsFor.Select(n => steps[(n, side)]).Where(n => !n.Stands && (n.Year is not { } y || y > step.Year)))
                step = step.To(needed.Year, needed.Line, needed.Waiting);
            return step;
        }
    }
}

/// <summary>A line at a side.</summary>
/// <param name="Line">The line.</param>
/// <param name="Side">The side.</param>
/// <param name="Planned">Year in which it would be in force by the matrix, or by its file; null for never by 2030.</param>
public sealed record RolloutStep(RolloutLine Line, RolloutSide Side, int? Planned)
{
    /// <summary>It stood at the end of 2023.</summary>
    public bool Stands { get; init; }

    /// <summary>It is under contract, and comes with or without the strategy.</summary>
    public bool Committed { get; init; }

    /// <summary>Whether it is being built in a year.</summary>
    public bool IsBuilt(int year) => !Stands && !Committed && Year is { } opens && year < opens && year >= opens - Line.Building;

    /// <summary>First year in force after all that slips; null for never by 2030.</summary>
    public int? Year { get; init; }

    /// <summary>Why it is later than planned, in the order in which it became so.</summary>
    public IReadOnlyList<Slip> Slips { get; init; } = [];

    /// <summary>Whether it is in force in a year.</summary>
    public bool InForce(int year) => Stands || Year <= year;

    internal Bilingual Waiting => new(
        $"espera «{Line.Title.Es}», {(Year is { } y ? $"en vigor desde {y}" : "que no llega hasta 2030")}{(Slips.Count > 0 ? $" (previsto para {Planned})" : "")}",
        $"it waits for '{Line.Title.En}', {(Year is { } x ? $"in force from {x}" : "which does not come by 2030")}{(Slips.Count > 0 ? $" (planned for {Planned})" : "")}");

    internal RolloutStep To(int? year, RolloutLine? because, Bilingual reason)
    {
        int? kept = year > MatrixRow.LastYear ? null : year;
        return this with { Year = kept, Slips = [.. Slips, new Slip(Year, kept, because?.Name, reason)] };
    }
}

/// <summary>One reason why something comes later.</summary>
/// <param name="From">Year before.</param>
/// <param name="To">Year after; null for never by 2030.</param>
/// <param name="Line">What it waits for; null for a delay of its own.</param>
/// <param name="Because">Why, in words.</param>
public sealed record Slip(int? From, int? To, string? Line, Bilingual Because)
{
    /// <summary>As a sentence without its subject.</summary>
    public Bilingual Text => new(
        $"pasa de {From} a {To?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "después de 2030"} porque {Because.Es}",
        $"slips from {From} to {To?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "after 2030"} because {Because.En}");
}
