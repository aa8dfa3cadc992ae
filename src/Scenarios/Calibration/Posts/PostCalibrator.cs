using CorridorTwin.Scenarios.Calibration.Laws;
using CorridorTwin.Scenarios.Calibration.Moments;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>Calibrates one post from a study: what was seen is fitted directly, the rest by the simulated method of moments, side by side.</summary>
/// <param name="study">The study.</param>
/// <param name="model">The corridor before.</param>
/// <param name="postId">The post.</param>
/// <param name="options">How hard to look.</param>
/// <param name="told">Told how far it is.</param>
/// <param name="cancellation">Ends it; the best so far is returned.</param>
public sealed class PostCalibrator(Study study, CorridorModel model, string postId, CalibrationOptions options, Action<CalibrationProgress>? told = null, CancellationToken cancellation = default)
{
    // As a logarithm: a service time the moments leave within a factor of two, at 95 %, is told by them; of a vaguer one the baseline's stays.
    private const double Narrow = 0.35;

    private readonly StudyRow[] all = [.. study.Rows.Where(r => r.Post == postId)];
    private IReadOnlyDictionary<Direction, double[]> through = new Dictionary<Direction, double[]>();
    private int candidates, searched, searches;

    /// <summary>A fit to some days.</summary>
    private sealed record Fitted(CorridorModel Model, List<CalibratedFigure> Figures, List<(Direction, SideRole, SideSearchResult)> Searches);

    /// <summary>Fits to some days and judges on the others; then fits to all.</summary>
    public PostCalibration Run()
    {
        StudySplit split = StudySplit.Of(all);
        bool complete = ArrivalFits.Complete(study, all, model.Post(postId), model, options);
        var emulation = new PostEmulation(postId, PostEmulation.RoundingOf(all), all.Any(r => r.Stages.Count > 0), complete, options);
        searches = model.Post(postId).Sides.Count(s => all.Any(r => r.Direction == s.Direction && r.Role == s.Role)) * (split.HeldOut.Count > 0 ? 2 : 1);
        var judged = new List<HeldOutFit>();
        Fitted? part = null;
        try
        {
            through = ThroughTraffic.At(model, postId, options, cancellation);
        }
        catch (Exception e) when (e is OperationCanceledException or AggregateException { InnerException: OperationCanceledException })
        {
            // Interrupted: nothing is searched.
        }
        if (split.HeldOut.Count > 0)
        {
            part = Fit(emulation, [.. all.Where(r => r.Day is { } d && split.Fitted.Contains(d))], split.Fitted, complete, null);
            try
            {
                judged.AddRange(HeldOutFit.Of(emulation, model, part.Model, through, [.. all.Where(r => r.Day is { } d && split.HeldOut.Contains(d))], cancellation));
            }
            catch (OperationCanceledException)
            {
                // Interrupted: nothing is judged, the fit stands.
            }
        }
        Fitted whole = cancellation.IsCancellationRequested && part is not null ? part : Fit(emulation, all, [.. split.Fitted, .. split.HeldOut], complete, part);
        return new PostCalibration
        {
            Post = postId, Split = split, Figures = whole.Figures, Judged = judged, Notes = [.. CalibrationNotes.Of(study, split, all, complete, emulation, whole.Searches)],
            Identifiability = [.. whole.Searches.Where(s => s.Item3.Told is not null).Select(s => (s.Item1, s.Item2, s.Item3.Told!))],
            Model = whole.Model, Rows = all.Length, Candidates = candidates, Finished = !cancellation.IsCancellationRequested,
        };
    }

    private Fitted Fit(PostEmulation emulation, IReadOnlyList<StudyRow> rows, IReadOnlyList<DateOnly> days, bool complete, Fitted? from)
    {
        BorderPost post = model.Post(postId);
        var fitted = new Fitted(model, [], []);
        IReadOnlyList<StageLawFits.Pool> pools = StageLawFits.Of(StageSample.Of(post, rows, emulation.Rounding), options);
        CorridorModel now = model;
        foreach (StageLawFits.Pool pool in pools)
        {
            fitted.Figures.AddRange(StageLawFits.Figures(pool, postId));
            if (pool.Law is { } law) now = pool.Samples.Aggregate(now, (m, s) => SideChanges.On(m, postId, s.Direction, s.Role, side => With(side, s, law)));
        }
        UnrecordedAdvance[] unrecorded = [.. UnrecordedAdvance.Of(post, rows, emulation.Rounding)];
        foreach (UnrecordedAdvance mixed in unrecorded)
        {
            fitted.Figures.AddRange(mixed.Figures);
            now = SideChanges.On(now, postId, mixed.Direction, mixed.Role, mixed.On);
        }
        foreach (SideProcedure side in post.Sides)
        {
            StudyRow[] own = [.. rows.Where(r => r.Direction == side.Direction && r.Role == side.Role)];
            CalibratedFigure[] shares = [.. ShareFits.Of(post, side, own)];
            fitted.Figures.AddRange(shares);
            now = SideChanges.On(now, postId, side.Direction, side.Role, s => ShareFits.Apply(s, postId, shares));
            foreach ((CalibratedFigure hours, string station, Simulation.Calendars.Roster roster) in HourFits.Of(now.Post(postId).Id, now.Post(postId).Side(side.Direction, side.Role), own))
            {
                fitted.Figures.Add(hours);
                if (hours.Set) now = SideChanges.On(now, postId, side.Direction, side.Role, s => s with { Stations = [.. s.Stations.Select(t => t.Name == station ? t with { Roster = roster } : t)] });
            }
        }
        now = Arrivals(emulation, rows, days, complete, fitted.Figures, now);
        HashSet<(Direction, SideRole, StageKind, Operation)> seen = [.. pools.Where(p => p.Law is not null).SelectMany(p => p.Samples).Select(s => (s.Direction, s.Role, s.Stage, s.Operation)), .. unrecorded.Select(u => (u.Direction, u.Role, u.Stage, u.Operation))];
        foreach (SideProcedure side in post.Sides.OrderBy(s => s.Direction).ThenBy(s => s.Role))
        {
            StudyRow[] own = [.. rows.Where(r => r.Direction == side.Direction && r.Role == side.Role)];
            if (own.Length == 0) continue;
            now = Search(emulation, now, side, own, [.. seen.Where(s => s.Item1 == side.Direction && s.Item2 == side.Role).Select(s => (s.Item3, s.Item4))], fitted, from);
            searched++;
            Count(0);
        }
        return fitted with { Model = now };
    }

    private CorridorModel Arrivals(PostEmulation emulation, IReadOnlyList<StudyRow> rows, IReadOnlyList<DateOnly> days, bool complete, List<CalibratedFigure> figures, CorridorModel now)
    {
        CalibratedFigure[] flows = [.. ArrivalFits.Flows(study, rows, model.Post(postId), model, complete, days)];
        figures.AddRange(flows);
        now = ArrivalFits.Apply(now, model.Post(postId), flows);
        try
        {
            if (ArrivalFits.Hours(study, rows, model.Post(postId), complete, emulation.Whole(now, null, 0, cancellation), model.Demand.HourProfile) is { } hours)
            {
                figures.Add(hours);
                now = ArrivalFits.Apply(now, model.Post(postId), [hours]);
            }
        }
        catch (OperationCanceledException)
        {
            // Interrupted: the hours stay as assumed.
        }
        return now;
    }

    private CorridorModel Search(PostEmulation emulation, CorridorModel now, SideProcedure before, StudyRow[] own, HashSet<(StageKind, Operation)> seen, Fitted fitted, Fitted? from)
    {
        (Direction direction, SideRole role) = (before.Direction, before.Role);
        CorridorModel alone = PostAlone.Of(now, postId, direction, through.GetValueOrDefault(direction));
        // What stands after a side does not hold it up: its line can be left out while the side is searched.
        if (role == SideRole.Exit) alone = SideChanges.On(alone, postId, direction, SideRole.Entry, s => s with { Stages = [], Stations = [], Background = [], Bridge = null, SingleStop = false });
        IReadOnlyDictionary<(string, int), double> works;
        try
        {
            works = emulation.Utilisation(alone, direction, role, cancellation);
        }
        catch (OperationCanceledException)
        {
            return now;
        }
        SideProcedure side = now.Post(postId).Side(direction, role);
        (IReadOnlyList<FreeFigure> free, IReadOnlyList<FreeFigure> looked, IReadOnlyList<(StaffFigure, double)> left) = SideFigures.Of(side, own, seen, emulation.Staged, works);
        fitted.Figures.AddRange(SideFigures.NeverFull(side, postId, left, own.Length));
        if (emulation.Staged) free = [.. free, .. SideFigures.Shares(side, postId, works, fitted.Figures)];
        var search = new SideSearch(emulation, alone, direction, role, own, Count, cancellation);
        double[]? start = from?.Searches.Where(s => s.Item1 == direction && s.Item2 == role).Select(s => s.Item3).FirstOrDefault() is { } known
            ? [.. free.Select(f => f is not ShareFigure && known.Figures.ToList().FindIndex(k => k.Name == f.Name) is >= 0 and var i ? known.Values[i] : f.Before)]
            : null;
        if (search.Run(free, looked, start) is not { } found) return now;
        Finding[] findings = [.. free.Select((f, i) => Judge(found, i))];
        double[] kept = search.SetBack(found, [.. free.Select((f, i) => findings[i] switch
        {
            Finding.Calibrated => found.Values[i],
            Finding.RuledOut => found.Alike[i].MinBy(a => Math.Abs(a.Number - f.Before)).Number,
            _ => f.Before,
        })]);
        fitted.Searches.Add((direction, role, found));
        for (int i = 0; i < free.Count; i++)
            if (free[i] is ShareFigure && fitted.Figures.FindIndex(f => f.Path == SideFigures.At(side, postId) + free[i].Name) is >= 0 and var counted) fitted.Figures[counted] = SideFigures.Taken(fitted.Figures[counted], ref kept[i]);
        fitted.Figures.AddRange(SideFigures.Told(side, postId, found, kept, findings, own.Length, options.FullFrom));
        return search.With(now, free, [.. free.Select((f, i) => findings[i] == Finding.NotIdentified ? f.Before : kept[i])]);
    }

    private void Count(int more)
    {
        int sum = Interlocked.Add(ref candidates, more);
        told?.Invoke(new CalibrationProgress(searched, searches, sum));
    }

    /// <summary>Staff where the station was full, unless another number does about as well or its line never settles; service times where the moments leave little room, staff being as it is.</summary>
    private Finding Judge(SideSearchResult found, int i)
    {
        if (found.Figures[i] is ShareFigure) return Finding.Measured;
        if (found.Figures[i] is not StaffFigure) return found.Deviations[i] < Narrow ? Finding.Calibrated : Finding.NotIdentified;
        if (found.Unsettled(i)) return Finding.NotIdentified;
        return found.Utilisation[i] > options.FullFrom && found.Alike[i].Count == 1 ? Finding.Calibrated : found.RuledOut[i] ? Finding.RuledOut : Finding.NotIdentified;
    }

    private static SideProcedure With(SideProcedure side, StageSample sample, FittedLaw law) => side with
    {
        Stages = [.. side.Stages.Select(s => s.Kind != sample.Stage ? s
            : sample.InAdvance ? s with { ServiceInAdvance = Set(s.ServiceInAdvance, sample.Operation, law) } : s with { Service = Set(s.Service, sample.Operation, law) })],
    };

    private static IReadOnlyDictionary<Operation, Simulation.Draws.Distribution> Set(IReadOnlyDictionary<Operation, Simulation.Draws.Distribution> table, Operation operation, FittedLaw law) =>
        table.ToDictionary(e => e.Key, e => e.Key == operation ? StageLawFits.Model(law) : e.Value);
}
