using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;

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

    /// <summary>Of each channel the share that was counted best, if the desk it leads to is busy.</summary>
    /// <param name="side">The side with the shares that were counted.</param>
    /// <param name="post">Id of the post.</param>
    /// <param name="works">Share of its staffed time that each number of staff of each station works.</param>
    /// <param name="counted">Figures fitted directly.</param>
    public static IEnumerable<ShareFigure> Shares(SideProcedure side, string post, IReadOnlyDictionary<(string Station, int Level), double> works, IReadOnlyList<CalibratedFigure> counted)
    {
        foreach (RiskChannel channel in new[] { RiskChannel.Red, RiskChannel.Yellow })
        {
            ShareFigure Figure(Operation operation, double low = 0, double high = 0) => new(operation, channel, low, high);
            bool Busy(Operation o) => side.Stages.Where(s => Figure(o).LeadsTo.Contains(s.Kind) && s.Service.ContainsKey(o)).Select(s => s.StationOf(o)).Any(name => works.Any(w => w.Key.Station == name && w.Value > SideSearch.Nearly));
            (Operation Operation, CalibratedFigure Share)[] told = [.. side.Risk.Customs.Keys.Where(Busy).SelectMany(o => counted.Where(f => f.Finding == Finding.Measured && f.Low > 0 && f.Path == At(side, post) + Figure(o).Name).Select(f => (o, f)))];
            if (told.Length == 0) continue;
            (Operation operation, CalibratedFigure share) = told.MaxBy(t => t.Share.Count * t.Share.Estimate);
            yield return Figure(operation, Math.Log(share.Low / share.Estimate), Math.Log(share.High / share.Estimate));
        }
    }

    /// <summary>What was counted, taken where in its interval the lines put it; the value is rounded to what a file says.</summary>
    public static CalibratedFigure Taken(CalibratedFigure counted, ref double value)
    {
        double rounded = Math.Round(counted.Estimate * Math.Exp(value), 2);
        value = Math.Log(rounded / counted.Estimate);
        string share = ShareFits.Percent(rounded);
        return counted with { After = share, Fit = new($"{counted.Fit.Es}; se toma {share}, dentro de su intervalo, donde la ponen las colas", $"{counted.Fit.En}; taken as {share}, where in its interval the lines put it") };
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
    /// <param name="findings">What was found of each figure.</param>
    /// <param name="count">Rows of the side.</param>
    /// <param name="fullFrom">Utilisation from which a station counts as full.</param>
    public static IEnumerable<CalibratedFigure> Told(SideProcedure side, string post, SideSearchResult found, double[] kept, IReadOnlyList<Finding> findings, int count, double fullFrom) =>
        Enumerable.Range(0, found.Figures.Count).SelectMany(i => found.Figures[i] switch
        {
            StaffFigure staff => [Told(At(side, post), staff, found, i, findings[i], kept[i], count, fullFrom)],
            ServiceFigure service => Told(At(side, post), side, service, found, kept, findings, i, count),
            _ => [],
        });

    /// <summary>Place of a side in the baseline's file.</summary>
    public static string At(SideProcedure side, string post) => $"posts.{post}.{side.Direction}.{side.Role.ToString().ToLowerInvariant()}.";

    private static CalibratedFigure Told(string at, StaffFigure staff, SideSearchResult found, int i, Finding finding, double kept, int count, double fullFrom)
    {
        // Of a line that does not settle no number is ruled out.
        double[] alike = found.Unsettled(i) ? [double.NaN] : [.. found.Alike[i].Select(a => a.Number).DefaultIfEmpty(double.NaN)];
        double low = alike.Min(), high = alike.Max(), works = found.Utilisation[i];
        return new CalibratedFigure
        {
            Path = at + staff.Name, Before = $"{staff.Before:0}", After = $"{kept:0}", Old = staff.Before, Estimate = found.Values[i], Low = low, High = high, Unit = "", Count = count, Finding = finding,
            Fit = finding == Finding.Calibrated ? new($"{Works(works).Es}; {found.Fit}", $"{Works(works).En}; {found.Fit}")
                : finding == Finding.RuledOut ? new($"no identificada: {Works(works).Es}, {Alike(low, high).Es}; {staff.Before:0} queda descartada: se toma {kept:0}", $"not identified: {Works(works).En}, {Alike(low, high).En}; {staff.Before:0} is ruled out: {kept:0} is taken")
                : found.Unsettled(i) ? Kept($"{Works(works).Es}, una cola que no se estabiliza", $"{Works(works).En}, a line that does not settle")
                : works > fullFrom ? Kept(Alike(low, high).Es, Alike(low, high).En)
                : NeverFull(works),
        };
    }

    private static IEnumerable<CalibratedFigure> Told(string at, SideProcedure side, ServiceFigure service, SideSearchResult found, double[] kept, IReadOnlyList<Finding> findings, int i, int count)
    {
        Stage stage = side.Stages.First(s => s.Kind == service.Stage);
        (double Staff, double Factor)[] tied = Tied(side, stage, found, findings, i, kept[i]);
        bool set = findings[i] == Finding.Calibrated;
        Finding finding = set && tied.Length > 0 ? Finding.Tied : findings[i];
        string name = found.Figures[i].Name;
        string others = string.Join(", ", (found.Told?.Pairs() ?? []).Where(p => p.One == name || p.Other == name).Select(p => FormattableString.Invariant($"{(p.One == name ? p.Other : p.One)} (r {p.Correlation:0.00})")));
        Bilingual apart = others.Length == 0 ? Bilingual.Same("") : new($"; no se distingue de {others}", $"; not told apart from {others}");
        double factor = Math.Exp(kept[i]), spread = Math.Exp(1.96 * found.Deviations[i]);
        double less = tied.Select(t => t.Factor).Append(factor).Min() / spread, more = tied.Select(t => t.Factor).Append(factor).Max() * spread;
        foreach ((string kind, IReadOnlyDictionary<Operation, Distribution> table) in new[] { ("service", stage.Service), ("service-in-advance", stage.ServiceInAdvance) })
        {
            foreach ((Operation operation, Distribution law) in table)
            {
                double old = DistributionText.Minutes(law);
                string With(string word) => string.Join(", ", tied.Select(t => FormattableString.Invariant($"{word} {t.Staff:0}: {old * t.Factor:0.0} min")));
                yield return new CalibratedFigure
                {
                    Path = $"{at}stages.{Names.Key(stage.Kind)}.{kind}.{Names.Key(operation)}", Before = StageLawFits.Words(law), After = StageLawFits.Words(set ? law.Scale(factor) : law), Old = old, Estimate = old * factor,
                    Low = old * less, High = old * more, Unit = "min", Count = count, Finding = finding,
                    Fit = finding switch
                    {
                        Finding.NotIdentified => new($"no identificada{apart.Es}; se conserva", $"not identified{apart.En}; kept"),
                        Finding.Tied => new($"solo con el personal que se conserva; {With("con")}; {found.Fit}{apart.Es}", $"only with the staff that is kept; {With("with")}; {found.Fit}{apart.En}"),
                        _ => new(found.Fit + apart.Es, found.Fit + apart.En),
                    },
                };
            }
        }
    }

    private static Bilingual Works(double utilisation) => new(FormattableString.Invariant($"utilización {utilisation:0.00}"), FormattableString.Invariant($"utilisation {utilisation:0.00}"));

    private static Bilingual Alike(double low, double high) => low == high ? new($"solo {low:0} ajusta", $"only {low:0} fits") : new($"de {low:0} a {high:0} ajustan por igual", $"{low:0} to {high:0} fit alike");

    private static Bilingual Kept(string es, string en) => new($"no identificada: {es}; se conserva", $"not identified: {en}; kept");

    private static Bilingual NeverFull(double utilisation) => Kept($"{Works(utilisation).Es}, no estuvo llena", $"{Works(utilisation).En}, never full");

    /// <summary>
    /// Twice the staff at twice the time does the same work: where the number of a stage's staff is not identified, the service time at each number that the data do not
    /// speak against, as a factor, if it is another than at the number kept.
    /// </summary>
    private static (double Staff, double Factor)[] Tied(SideProcedure side, Stage stage, SideSearchResult found, IReadOnlyList<Finding> findings, int service, double kept)
    {
        string[] stations = [.. stage.Service.Keys.Select(stage.StationOf).OfType<string>().Distinct()];
        return [.. Enumerable.Range(0, found.Figures.Count).Where(j => findings[j] != Finding.Calibrated && found.Figures[j] is StaffFigure s && stations.Contains(s.Station))
            .Select(j => found.Alike[j].Select(a => (a.Number, Factor: Math.Exp(a.Values[service]))).OrderBy(a => a.Number).ToArray())
            .Where(a => a.Any(t => Math.Abs(Math.Log(t.Factor) - kept) > Same)).SelectMany(a => a)];
    }

    /// <summary>Staff that no number would fill.</summary>
    public static IEnumerable<CalibratedFigure> NeverFull(SideProcedure side, string post, IReadOnlyList<(StaffFigure Figure, double Works)> left, int count) => left.Select(l => new CalibratedFigure
    {
        Path = At(side, post) + l.Figure.Name, Before = $"{l.Figure.Before:0}", After = $"{l.Figure.Before:0}", Old = l.Figure.Before, Estimate = double.NaN, Unit = "", Count = count, Finding = Finding.NotIdentified,
        Fit = l.Works * l.Figure.Level < Idle ? NeverFull(l.Works) : Kept($"menos de {Fewest} camiones ante él", $"fewer than {Fewest} trucks before it"),
    });
}
