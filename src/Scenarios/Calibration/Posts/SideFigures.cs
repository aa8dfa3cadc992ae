using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>Which figures of a side a search may set: what the study did not see directly, and could see at all.</summary>
internal static class SideFigures
{
    // Fewer trucks than this say nothing of the line before a station.
    private const int Fewest = 12;

    // With one officer a station would have to come to this share of its staffed time at least for fewer staff to fill it.
    private const double Idle = 0.5;

    // As a logarithm: service times nearer than this are one.
    private const double Same = 0.05;

    /// <summary>The free figures, those that are only looked at, and those left out because no number of staff would fill the station.</summary>
    public static (IReadOnlyList<FreeFigure> Free, IReadOnlyList<FreeFigure> Looked, IReadOnlyList<(StaffFigure Figure, double Works)> Left) Of(
        SideProcedure side, IReadOnlyList<StudyRow> rows, IReadOnlySet<(StageKind, Operation)> seen, bool staged, IReadOnlyDictionary<(string Station, int Level), double> works)
    {
        Operation[] operations = [.. rows.GroupBy(r => r.Operation).Where(g => g.Count() >= Fewest).Select(g => g.Key)];
        bool totals = rows.All(r => Enumerable.Range(2, 6).All(i => !r.Stamps.Has(i))) && !staged;
        var free = new List<FreeFigure>();
        var left = new List<(StaffFigure, double)>();
        Stage[] performed = [.. side.Stages.Where(s => s.Service.Keys.Any(operations.Contains))];
        foreach (string name in performed.SelectMany(s => operations.Where(s.Service.ContainsKey).Select(s.StationOf)).OfType<string>().Distinct())
        {
            StationSpec station = side.Stations.First(s => s.Name == name);
            int waited = rows.Count(r => performed.Any(s => s.Service.ContainsKey(r.Operation) && s.StationOf(r.Operation) == name && Saw(r, s.Kind, staged, totals)));
            foreach (IGrouping<int, int> level in Enumerable.Range(0, station.Roster.Shifts.Count).GroupBy(i => station.Roster.Shifts[i].Staff).Where(g => g.Key > 0))
            {
                var figure = new StaffFigure(name, level.Key, [.. level]);
                double share = works.GetValueOrDefault((name, level.Key));
                if (share * level.Key < Idle || waited < Fewest) left.Add((figure, share));
                else free.Add(figure);
            }
        }
        Stage[] unseen = [.. performed.Where(s => s.Kind != StageKind.Laboratory && operations.Where(s.Service.ContainsKey).Any(o => !seen.Contains((s.Kind, o))))];
        bool selected(Stage s) => s.Kind is StageKind.Inspection or StageKind.Scan or StageKind.SpsInspection or StageKind.Review or StageKind.Sps;
        if (totals) return (free, [.. unseen.Select(s => new ServiceFigure(s.Kind)), .. side.Risk.Customs.Count > 0 ? new FreeFigure[] { new RedShareFigure() } : []], left);
        if (!staged) free.AddRange(unseen.Where(s => !selected(s)).Select(s => new ServiceFigure(s.Kind)));
        bool channels = rows.Any(r => r.Channel is not null);
        return (free, channels || staged ? [] : [.. unseen.Where(selected).Select(s => new ServiceFigure(s.Kind)), new RedShareFigure()], left);
    }

    /// <summary>Whether a row tells anything of the wait before a stage.</summary>
    private static bool Saw(StudyRow row, StageKind stage, bool staged, bool totals)
    {
        if (totals) return true;
        if (staged) return row.Stages.ContainsKey(Names.Key(stage));
        RowStamps t = row.Stamps;
        return stage switch
        {
            StageKind.Gate => t.Has(0) && t.Has(1),
            StageKind.Migration or StageKind.Customs => t.Has(1) && t.Has(3),
            StageKind.Review => t.Has(3) && row.Channel == RiskChannel.Yellow,
            StageKind.Inspection or StageKind.Scan or StageKind.SpsInspection => t.Has(3) && t.Has(4),
            StageKind.Payment => t.Has(3) && t.Has(6),
            StageKind.Exit => t.Has(7) && t.Has(8),
            _ => t.Has(3) && (t.Has(6) || t.Has(7)),
        };
    }

    /// <summary>What a search says of a side's figures.</summary>
    /// <param name="side">The side before the search.</param>
    /// <param name="post">Id of the post.</param>
    /// <param name="found">The search.</param>
    /// <param name="kept">Values once staff that the data cannot tell were set back.</param>
    /// <param name="set">Which figures are set.</param>
    /// <param name="count">Rows of the side.</param>
    /// <param name="fullFrom">Utilisation from which a station counts as full.</param>
    public static IEnumerable<CalibratedFigure> Told(SideProcedure side, string post, SideSearchResult found, double[] kept, IReadOnlyList<bool> set, int count, double fullFrom)
    {
        string at = $"posts.{post}.{side.Direction}.{side.Role.ToString().ToLowerInvariant()}.";
        for (int i = 0; i < found.Figures.Count; i++)
        {
            FreeFigure f = found.Figures[i];
            string others = found.Told is { } told ? string.Join(", ", told.Pairs().Where(p => p.One == f.Name || p.Other == f.Name).Select(p => FormattableString.Invariant($"{(p.One == f.Name ? p.Other : p.One)} (r {p.Correlation:0.00})"))) : "";
            Bilingual apart = others.Length == 0 ? Bilingual.Same("") : new($"; no se distingue de {others}", $"; not told apart from {others}");
            string fit = FormattableString.Invariant($"J {found.Distance:0.0} / {Math.Max(1, found.Moments - found.Figures.Count)}");
            if (f is StaffFigure staff)
            {
                // Of a line that does not settle no number is ruled out.
                StaffFit[] alike = found.Unsettled(i) ? [] : [.. found.Alike[i]];
                double works = found.Utilisation[i], low = alike.Select(a => a.Number).DefaultIfEmpty(double.NaN).Min(), high = alike.Select(a => a.Number).DefaultIfEmpty(double.NaN).Max();
                yield return new CalibratedFigure
                {
                    Path = at + staff.Name, Before = $"{staff.Before:0}", After = $"{(set[i] ? found.Values[i] : staff.Before):0}", Old = staff.Before, Estimate = found.Values[i], Low = low, High = high, Unit = "", Count = count,
                    Finding = set[i] ? Finding.Calibrated : Finding.NotIdentified,
                    Fit = set[i] ? new(FormattableString.Invariant($"utilización {works:0.00}; {fit}"), FormattableString.Invariant($"utilisation {works:0.00}; {fit}"))
                        : found.Unsettled(i)
                            ? new(FormattableString.Invariant($"no identificada: utilización {works:0.00}, una cola que no se estabiliza; se conserva"), FormattableString.Invariant($"not identified: utilisation {works:0.00}, a line that does not settle; kept"))
                        : works > fullFrom
                            ? new(FormattableString.Invariant($"no identificada: de {low:0} a {high:0} ajustan por igual; se conserva"), FormattableString.Invariant($"not identified: {low:0} to {high:0} fit alike; kept"))
                            : new(FormattableString.Invariant($"no identificada: utilización {works:0.00}, no estuvo llena; se conserva"), FormattableString.Invariant($"not identified: utilisation {works:0.00}, never full; kept")),
                };
                continue;
            }
            Stage stage = side.Stages.First(s => s.Kind == ((ServiceFigure)f).Stage);
            (double Staff, double Factor)[] tied = Tied(side, stage, found, set, i, kept[i]);
            double factor = Math.Exp(kept[i]), deviation = found.Deviations[i], less = Math.Exp(-1.96 * deviation) * tied.Select(t => t.Factor).Append(factor).Min(), more = Math.Exp(1.96 * deviation) * tied.Select(t => t.Factor).Append(factor).Max();
            foreach ((string kind, IReadOnlyDictionary<Operation, Simulation.Draws.Distribution> table) in new[] { ("service", stage.Service), ("service-in-advance", stage.ServiceInAdvance) })
            {
                foreach ((Operation operation, Simulation.Draws.Distribution law) in table)
                {
                    double old = DistributionText.Minutes(law);
                    string With(string word) => string.Join(", ", tied.Select(t => FormattableString.Invariant($"{word} {t.Staff:0}: {old * t.Factor:0.0} min")));
                    yield return new CalibratedFigure
                    {
                        Path = $"{at}stages.{Names.Key(stage.Kind)}.{kind}.{Names.Key(operation)}", Before = StageLawFits.Words(law), After = set[i] ? StageLawFits.Words(law.Scale(factor)) : StageLawFits.Words(law), Old = old, Estimate = old * factor,
                        Low = old * less, High = old * more, Unit = "min", Count = count, Finding = !set[i] ? Finding.NotIdentified : tied.Length > 0 ? Finding.Tied : Finding.Calibrated,
                        Fit = !set[i] ? new($"no identificada{apart.Es}; se conserva", $"not identified{apart.En}; kept")
                            : tied.Length > 0 ? new($"solo con el personal que se conserva; {With("con")}; {fit}{apart.Es}", $"only with the staff that is kept; {With("with")}; {fit}{apart.En}")
                            : new(fit + apart.Es, fit + apart.En),
                    };
                }
            }
        }
    }

    /// <summary>
    /// Twice the staff at twice the time does the same work: where the number of a stage's staff stays as it was, the service time at each number that the data do not
    /// speak against, as a factor, if it is another than at the number kept.
    /// </summary>
    private static (double Staff, double Factor)[] Tied(SideProcedure side, Stage stage, SideSearchResult found, IReadOnlyList<bool> set, int service, double kept)
    {
        string[] stations = [.. stage.Service.Keys.Select(stage.StationOf).OfType<string>().Distinct()];
        return [.. Enumerable.Range(0, found.Figures.Count).Where(j => !set[j] && found.Figures[j] is StaffFigure s && stations.Contains(s.Station))
            .Select(j => found.Alike[j].Select(a => (a.Number, Factor: Math.Exp(a.Values[service]))).OrderBy(a => a.Number).ToArray())
            .Where(a => a.Any(t => Math.Abs(Math.Log(t.Factor) - kept) > Same)).SelectMany(a => a)];
    }

    /// <summary>Staff that no number would fill.</summary>
    public static IEnumerable<CalibratedFigure> NeverFull(SideProcedure side, string post, IReadOnlyList<(StaffFigure Figure, double Works)> left, int count) => left.Select(l => new CalibratedFigure
    {
        Path = $"posts.{post}.{side.Direction}.{side.Role.ToString().ToLowerInvariant()}.{l.Figure.Name}", Before = $"{l.Figure.Before:0}", After = $"{l.Figure.Before:0}", Old = l.Figure.Before, Estimate = double.NaN, Unit = "", Count = count, Finding = Finding.NotIdentified,
        Fit = l.Works * l.Figure.Level < Idle
            ? new(FormattableString.Invariant($"no identificada: utilización {l.Works:0.00}, no estuvo llena; se conserva"), FormattableString.Invariant($"not identified: utilisation {l.Works:0.00}, never full; kept"))
            : new($"no identificada: menos de {Fewest} camiones ante él; se conserva", $"not identified: fewer than {Fewest} trucks before it; kept"),
    });
}
