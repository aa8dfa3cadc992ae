using System.Globalization;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Experiments;

/// <summary>Why an experiment ended, and how precise it had become by then.</summary>
/// <param name="End">Why.</param>
/// <param name="Replications">Replications finished of everything alike.</param>
/// <param name="Most">Replications allowed.</param>
/// <param name="Widest">What held the rule back: it misses its target by most, or without a target has the widest interval for its size; null with fewer than two replications.</param>
/// <param name="HalfWidth">Half of its 95 % interval.</param>
/// <param name="Needed">Replications its target would take in all; 0 without a target.</param>
public sealed record Stopping(RunEnd End, int Replications, int Most, Watched? Widest, double HalfWidth, int Needed)
{
    /// <summary>Whether a precision was asked for and not reached.</summary>
    public bool Missed => End != RunEnd.Precise && Needed > 0;

    /// <summary>In one sentence.</summary>
    public Bilingual Text
    {
        get
        {
            string n = Replications.ToString(CultureInfo.InvariantCulture);
            Bilingual first = End switch
            {
                RunEnd.Precise => new($"Bastaron {n} réplicas para la precisión pedida", $"{n} replications were enough for the precision asked for"),
                RunEnd.OutOfTime => new($"El tiempo concedido terminó tras {n} réplicas", $"The time allowed ended after {n} replications"),
                RunEnd.Cancelled => new($"Interrumpido: cuentan {n} de {Most} réplicas", $"Interrupted: {n} of {Most} replications count"),
                _ when Needed > 0 => new($"Las {n} réplicas permitidas no bastaron para la precisión pedida", $"The {n} replications allowed were not enough for the precision asked for"),
                _ => new($"Se hicieron las {n} réplicas", $"All {n} replications were made"),
            };
            if (Widest is null) return new(first.Es + ".", first.En + ".");
            string half = $"±{Digits(HalfWidth)} {Widest.Unit}";
            bool missing = Missed && Needed > Replications;
            string more = Needed == int.MaxValue || Needed > 100_000 ? "" : Needed.ToString(CultureInfo.InvariantCulture);
            return new(
                $"{first.Es}; lo menos preciso, {Widest.Name.Es}: {half}{(!missing ? "" : more.Length > 0 ? $", que pide unas {more} réplicas" : ", que ningún número de réplicas razonable alcanza")}.",
                $"{first.En}; least precise, {Widest.Name.En}: {half}{(!missing ? "" : more.Length > 0 ? $", which takes about {more} replications" : ", which no sensible number of replications gives")}.");
        }
    }

    /// <summary>How things stand.</summary>
    internal static Stopping Of(RunEnd end, int replications, int most, IReadOnlyList<Watched> watched, Precision? target)
    {
        if (replications < 2 || watched.Count == 0 || watched.Any(w => w.Values.Any(v => !double.IsFinite(v)))) return new Stopping(end, replications, most, null, double.NaN, 0);
        if (target is not null)
        {
            StoppingVerdict verdict = StoppingRule.Same(target, watched.Count).Judge([.. watched.Select(w => w.Values)]);
            PrecisionReached slowest = verdict.Indicators[verdict.Slowest];
            return new Stopping(verdict.Stop && end == RunEnd.Made ? RunEnd.Precise : end, replications, most, watched[verdict.Slowest], slowest.Interval.HalfWidth, verdict.Needed);
        }
        Interval[] intervals = [.. watched.Select(w => Interval.Of(w.Values))];
        int widest = Enumerable.Range(0, intervals.Length).MaxBy(i => intervals[i].Mean == 0 ? intervals[i].HalfWidth : intervals[i].HalfWidth / Math.Abs(intervals[i].Mean));
        return new Stopping(end, replications, most, watched[widest], intervals[widest].HalfWidth, 0);
    }

    /// <summary>Two digits of a half-width, rounded up: an interval is never shown narrower than it is.</summary>
    private static string Digits(double half)
    {
        if (half == 0) return "0";
        int decimals = Math.Max(0, 1 - (int)Math.Floor(Math.Log10(half)));
        double unit = 1;
        for (int i = 0; i < decimals; i++) unit *= 10;
        return (Math.Ceiling(half * unit - 1e-9) / unit).ToString("F" + decimals, CultureInfo.InvariantCulture);
    }
}
