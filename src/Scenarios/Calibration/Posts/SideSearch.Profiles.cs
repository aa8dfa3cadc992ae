using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <content>How well each number of staff does with everything else fitted anew.</content>
internal sealed partial class SideSearch
{
    // Below this share of its staffed time a station's number is hardly worth a profile: it cannot come out as full.
    internal const double Nearly = 0.6;

    // One in twenty, by chance alone (chi-square of one degree of freedom).
    private const double Chance = 3.84;

    // One in a thousand: a post has dozens of desks, and none should change without need.
    private const double Certain = 10.83;
    private const int Around = 3, Rounds = 4;

    // Whose objective is worse than the best by more than this is no contender.
    private const double Contending = 15;

    /// <summary>
    /// The profile of each number of staff: twice the staff at twice the time does the same work, so a search that moves one figure after another stops on the ridge.
    /// Where a number does better than the best, the search goes on from there. At the end those that do nearly as well are weighed by their likelihood, and the data do
    /// not speak against those less likely than the best by no more than chance makes in one of twenty, more where the best itself fits badly.
    /// </summary>
    private (double[] Best, double[] Works, IReadOnlyList<StaffFit>[] Alike, bool[] RuledOut) Profiled(IReadOnlyList<FreeFigure> figures, double[] best)
    {
        bool weighed = false;
        for (int round = 0; ; round++)
        {
            double[] works = Works(figures, best);
            double least = Cost(figures, best);
            var profiles = new StaffFit[figures.Count][];
            for (int i = 0; i < figures.Count; i++) profiles[i] = figures[i] is StaffFigure f && (works[i] > Nearly || best[i] != f.Before) ? Profile(figures, best, i) : [];
            bool goesOn = round < Rounds && !cancellation.IsCancellationRequested;
            if (goesOn && !weighed && Least(profiles) is { } better && better.Cost < least - 0.01)
            {
                best = Near(figures, better.Values);
                continue;
            }
            var alike = new StaffFit[figures.Count][];
            (double Value, double Distance)? here = null;
            for (int i = 0; i < figures.Count; i++)
            {
                StaffFit[] near = [.. profiles[i].Where(f => f.Cost <= least + Contending).Select(f => f with { Cost = f.Cost - least })];
                // Where desks were timed the wide floors make numbers as likely as the objective says.
                if (near.Length > 0 && !emulation.Staged) here ??= Likelihood(figures, best);
                if (here is { } at) near = [.. near.Select(f => f with { Cost = (Likelihood(figures, f.Values)?.Value ?? double.PositiveInfinity) - at.Value })];
                alike[i] = near;
            }
            if (goesOn && Least(alike) is { } likelier && likelier.Cost < -0.01)
            {
                weighed = true;
                distance = Weighted(figures, likelier.Values);
                best = Smoothed(figures, likelier.Values, 12).Values;
                continue;
            }
            double unit = Math.Max(1, (here?.Distance ?? least) / Math.Max(1, moments.Count - figures.Count));
            bool Worse(int i, double than) => !cancellation.IsCancellationRequested && profiles[i].Any(f => f.Number == figures[i].Before)
                && (alike[i].Where(f => f.Number == figures[i].Before).Select(f => (double?)f.Cost).FirstOrDefault() ?? double.PositiveInfinity) > than;
            return (best, works, [.. profiles.Select((p, i) => p.Length == 0 ? [] : (StaffFit[])[new StaffFit(best[i], best, 0), .. alike[i].Where(f => f.Cost <= Chance * unit).OrderBy(f => f.Number)])],
                [.. figures.Select((_, i) => Worse(i, Certain * unit))]);
        }
    }

    private static StaffFit? Least(StaffFit[][] profiles) => profiles.SelectMany(p => p).OrderBy(p => p.Cost).Cast<StaffFit?>().FirstOrDefault();

    /// <summary>Other numbers of one station's staff, each with the services there in proportion at first, then fitted anew with all other services.</summary>
    private StaffFit[] Profile(IReadOnlyList<FreeFigure> figures, double[] best, int i)
    {
        var staff = (StaffFigure)figures[i];
        StageKind[] serves = [.. alone.Post(emulation.Post).Side(direction, role).Stages.Where(s => s.Service.Keys.Any(o => s.StationOf(o) == staff.Station)).Select(s => s.Kind)];
        double[] numbers = [.. Enumerable.Range(-Around, 2 * Around + 1).Select(d => best[i] + d).Append(figures[i].Before).Where(v => v >= figures[i].Low && v != best[i]).Distinct()];
        // The other shifts of the station stay, or go with this one.
        double[] Begun(double number, bool together, double more) => [.. best.Select((x, j) => j == i ? number
            : figures[j] is ServiceFigure s && serves.Contains(s.Stage) ? Math.Clamp(x + Math.Log(number / best[i]) + more, figures[j].Low, figures[j].High)
            : together && figures[j] is StaffFigure other && other.Station == staff.Station ? Math.Max(figures[j].Low, Math.Round(x * number / best[i])) : x)];
        bool shifts = figures.OfType<StaffFigure>().Any(other => other != staff && other.Station == staff.Station);
        double[][] begun = [.. numbers.SelectMany(v => (shifts ? [false, true] : new[] { false }).SelectMany(t => ((double[])[-0.3, -0.1, 0, 0.1, 0.3]).Select(m => Begun(v, t, m)))), .. numbers.Select(v => Moved(best, i, v))];
        double[] costs = Costs(figures, begun);
        // A counted share changes the line it leads to, not the others.
        bool bends = figures.Any(f => f is ServiceFigure || (f is ShareFigure share && share.LeadsTo.Any(serves.Contains)));
        var profile = new StaffFit[numbers.Length];
        Parallel.For(0, numbers.Length, AtOnce, n =>
        {
            int first = Enumerable.Range(0, begun.Length).Where(b => begun[b][i] == numbers[n]).MinBy(b => costs[b]);
            (double[] values, double cost) = bends ? Smoothed(figures, begun[first], 6) : (begun[first], costs[first]);
            profile[n] = new StaffFit(numbers[n], values, cost);
        });
        return profile;
    }
}
