using System.Globalization;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>Shares a study counts directly: risk channels, examinations by plant and animal health, advance declarations. Each with Wilson's interval.</summary>
internal static class ShareFits
{
    private const int Fewest = 30, FewestFound = 5;

    /// <summary>The figures of a side.</summary>
    public static IEnumerable<CalibratedFigure> Of(BorderPost post, SideProcedure side, IReadOnlyList<StudyRow> rows)
    {
        string at = $"posts.{post.Id}.{side.Direction}.{side.Role.ToString().ToLowerInvariant()}";
        foreach (Operation operation in Enum.GetValues<Operation>())
        {
            StudyRow[] own = [.. rows.Where(r => r.Operation == operation)];
            if (own.Length == 0) continue;
            string name = Names.Key(operation);
            if (side.Risk.Customs.TryGetValue(operation, out ChannelShares before))
            {
                StudyRow[] told = [.. own.Where(r => r.Channel is not null)];
                if (told.Length > 0)
                {
                    yield return Share($"{at}.risk.customs.{name}.yellow", before.Yellow, told.Count(r => r.Channel == RiskChannel.Yellow), told.Length);
                    yield return Share($"{at}.risk.customs.{name}.red", before.Red, told.Count(r => r.Channel == RiskChannel.Red), told.Length);
                }
            }
            StudyRow[] lodged = [.. own.Where(r => StageSample.Advance(r) is not null)];
            if (lodged.Length > 0 && side.Declaration.Preparation.ContainsKey(operation) && side.Declaration.AdvanceShare.TryGetValue(operation, out double advance))
                yield return Share($"{at}.declaration.advance.{name}", advance, lodged.Count(r => StageSample.Advance(r) == true), lodged.Length);
            // Only a study that names agencies tells these examinations from customs'.
            StudyRow[] left = [.. own.Where(r => !r.Censored)];
            if (side.Risk.SpsInspection.TryGetValue(operation, out double examined) && left.Any(r => r.Inspections.Any(i => i.Agency is not null)))
                yield return Share($"{at}.risk.sps-inspection.{name}", examined, left.Count(r => r.Inspections.Any(i => i.Agency == Agency.Sps)), left.Length);
        }
    }

    /// <summary>The side with the shares that were set.</summary>
    public static SideProcedure Apply(SideProcedure side, string post, IEnumerable<CalibratedFigure> figures)
    {
        string at = $"posts.{post}.{side.Direction}.{side.Role.ToString().ToLowerInvariant()}.";
        foreach (CalibratedFigure f in figures.Where(f => f.Set && f.Path.StartsWith(at, StringComparison.Ordinal)))
        {
            string[] steps = f.Path[at.Length..].Split('.');
            switch (steps)
            {
                case ["risk", "customs", var op, var channel]:
                    side = side with { Risk = side.Risk with { Customs = With(side.Risk.Customs, op, s => channel == "red" ? s with { Red = f.Estimate / 100 } : s with { Yellow = f.Estimate / 100 }) } };
                    break;
                case ["risk", "sps-inspection", var op]:
                    side = side with { Risk = side.Risk with { SpsInspection = With(side.Risk.SpsInspection, op, _ => f.Estimate / 100) } };
                    break;
                case ["declaration", "advance", var op]:
                    side = side with { Declaration = side.Declaration with { AdvanceShare = With(side.Declaration.AdvanceShare, op, _ => f.Estimate / 100) } };
                    break;
            }
        }
        return side;
    }

    private static IReadOnlyDictionary<Operation, T> With<T>(IReadOnlyDictionary<Operation, T> table, string operation, Func<T, T> change) =>
        table.ToDictionary(e => e.Key, e => Names.Key(e.Key) == operation ? change(e.Value) : e.Value);

    private static CalibratedFigure Share(string path, double before, int found, int count)
    {
        ShareInterval share = ShareInterval.Wilson(found, count);
        bool within = before >= share.Low && before <= share.High;
        // A handful of finds says only that the share is small, unless what was assumed is ruled out.
        Finding finding = count < Fewest ? Finding.TooFew : found < FewestFound && within ? Finding.Agrees : Finding.Measured;
        double estimate = Math.Round(100 * share.Share, 2);
        return new CalibratedFigure
        {
            Path = path, Before = Percent(100 * before), After = Percent(finding == Finding.Measured ? estimate : 100 * before), Old = 100 * before, Estimate = estimate, Low = 100 * share.Low, High = 100 * share.High, Unit = "%", Count = count, Finding = finding,
            Fit = count < Fewest ? new($"menos de {Fewest} camiones", $"fewer than {Fewest} trucks") : new($"{found} de {count}", $"{found} of {count}"),
        };
    }

    /// <summary>A share in per cent as a file writes it.</summary>
    public static string Percent(double value) => Math.Round(value, 4).ToString("R", CultureInfo.InvariantCulture) + " %";
}
