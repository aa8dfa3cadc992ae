using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Sensitivity;

/// <summary>Runs still to be made, as far as can be told.</summary>
/// <param name="Certain">Of the step now begun.</param>
/// <param name="AtMost">Of all steps from here on.</param>
public readonly record struct SensitivityCost(int Certain, int AtMost);

/// <summary>
/// Finds what an answer hangs on: kinds of input together, then the members of the kinds that matter, then the most important ones at
/// both ends of their range. Screening by elementary effects (Morris 1991) with groups (Campolongo, Cariboni and Saltelli 2007).
/// </summary>
public sealed class SensitivityRun
{
    private readonly IReadOnlyList<UncertainInput> inputs;
    private readonly IInputResponse response;
    private readonly SensitivityOptions options;
    private readonly Action<SensitivityCost>? planned;
    private readonly CancellationToken cancellation;
    private readonly List<Bilingual> missing = [];
    private int modelsPerPoint;

    private SensitivityRun(IReadOnlyList<UncertainInput> inputs, IInputResponse response, SensitivityOptions options, Action<SensitivityCost>? planned, CancellationToken cancellation) =>
        (this.inputs, this.response, this.options, this.planned, this.cancellation) = (inputs, response, options, planned, cancellation);

    /// <summary>Runs.</summary>
    /// <param name="inputs">Inputs to ask about; at least one.</param>
    /// <param name="response">The answer.</param>
    /// <param name="options">How thoroughly.</param>
    /// <param name="planned">Told before each step what is still to be run.</param>
    /// <param name="cancellation">Ends it; whole paths and pairs of ends are kept, and the result says what is missing.</param>
    /// <exception cref="ArgumentException">There are no inputs.</exception>
    public static SensitivityResult Run(
        IReadOnlyList<UncertainInput> inputs, IInputResponse response, SensitivityOptions options, Action<SensitivityCost>? planned = null, CancellationToken cancellation = default)
    {
        if (inputs.Count == 0) throw new ArgumentException("There is no uncertain input.", nameof(inputs));
        return new SensitivityRun(inputs, response, options, planned, cancellation).Run();
    }

    private SensitivityResult Run()
    {
        InputGroup[] kinds = [.. inputs.GroupBy(i => i.Kind.Id).Select(g => new InputGroup(g.First().Kind, [.. g]))];
        bool byKind = inputs.Count > options.MembersAtMost && kinds.Length > 1;
        modelsPerPoint = Math.Max(1, response.Runs([InputPoint.Own], 1));
        int members = Math.Min(inputs.Count, options.MembersAtMost);
        int screening = modelsPerPoint * options.Paths * (members + 1) * options.ScreeningReplications;
        int ends = modelsPerPoint * 2 * Math.Min(options.Top, inputs.Count) * options.EndReplications;

        Tell([InputPoint.Own], options.EndReplications, screening + ends + (byKind ? modelsPerPoint * options.Paths * (kinds.Length + 1) * options.ScreeningReplications : 0));
        IReadOnlyList<double>? own = response.Evaluate([InputPoint.Own], options.EndReplications, cancellation)[0];
        if (own is null) missing.Add(new("la respuesta con los valores propios", "the answer at the inputs' own values"));

        IReadOnlyList<KindEffect> kindEffects = [];
        IReadOnlyList<UncertainInput> chosen = inputs;
        if (byKind)
        {
            kindEffects = LookInto([.. Screen(kinds, screening + ends, new("tipos de insumo", "kinds of input")).OrderByDescending(e => e.Effect.MuStar.Mean).Select(e => new KindEffect(e.Group.Kind, e.Group.Members.Count, e.Effect, false))]);
            HashSet<string> into = [.. kindEffects.Where(k => k.LookedInto).Select(k => k.Kind.Id)];
            chosen = [.. inputs.Where(i => into.Contains(i.Kind.Id))];
        }
        InputEffect[] effects = [.. Screen([.. chosen.Select(i => new InputGroup(i.Kind, [i]))], ends, new("insumos", "inputs"))
            .OrderByDescending(e => e.Effect.MuStar.Mean).Select(e => new InputEffect(e.Group.Members[0], e.Effect))];
        return new SensitivityResult
        {
            Answer = Interval.Of(own ?? []),
            Asked = inputs,
            Kinds = kindEffects,
            Inputs = effects,
            Ends = Ends([.. effects.Where(e => e.Effect.MuStar.Mean > 0).Take(options.Top).Select(e => e.Input)], own),
            Missing = missing,
            Overloaded = response.Overloaded,
        };
    }


    /// <summary>The kinds that matter most, until enough members are looked into.</summary>
    private IReadOnlyList<KindEffect> LookInto(IReadOnlyList<KindEffect> kinds)
    {
        int members = 0;
        double least = options.LeastShare * (kinds.Count > 0 ? kinds[0].Effect.MuStar.Mean : 0);
        return [.. kinds.Select(k =>
        {
            bool into = k.Effect.MuStar.Mean > 0 && k.Effect.MuStar.Mean >= least && members < options.MembersAtMost;
            if (into) members += k.Members;
            return k with { LookedInto = into };
        })];
    }

    /// <summary>Elementary effects of groups; paths that were not finished are left out.</summary>
    private IReadOnlyList<(InputGroup Group, MorrisEffect Effect)> Screen(IReadOnlyList<InputGroup> groups, int after, Bilingual what)
    {
        if (groups.Count == 0) return [];
        IReadOnlyList<MorrisPath> paths = Morris.Paths(groups.Count, options.Paths, options.Levels, options.Seed);
        InputPoint[][] points = [.. paths.Select((p, t) => p.Points.Select(x => new InputPoint(groups.SelectMany((g, i) => g.At(x[i], t, options)))).ToArray())];
        Tell([.. points.SelectMany(p => p)], options.ScreeningReplications, after);
        var done = new List<MorrisPath>();
        var outputs = new List<IReadOnlyList<double>>();
        for (int t = 0; t < paths.Count && !cancellation.IsCancellationRequested; t++)
        {
            IReadOnlyList<IReadOnlyList<double>?> values = response.Evaluate(points[t], options.ScreeningReplications, cancellation);
            if (values.Any(v => v is null)) break;
            done.Add(paths[t]);
            // Effects are per step of a path, which is a part of the range: scaled, they are per range.
            outputs.Add([.. values.Select(v => v!.Average() / options.Reach)]);
        }
        if (done.Count < paths.Count)
            missing.Add(new($"{paths.Count - done.Count} de {paths.Count} recorridos de {what.Es}", $"{paths.Count - done.Count} of {paths.Count} paths over {what.En}"));
        // Two paths are the fewest that say how much an effect varies.
        return done.Count < 2 ? [] : [.. Morris.Effects(done, outputs).Select(e => (groups[e.Input], e))];
    }

    private IReadOnlyList<EndsEffect> Ends(IReadOnlyList<UncertainInput> top, IReadOnlyList<double>? own)
    {
        InputPoint[][] points = [.. top.Select(i => new[] { InputPoint.Own.With(i, i.Low), InputPoint.Own.With(i, i.High) })];
        Tell([.. points.SelectMany(p => p)], options.EndReplications, 0);
        var done = new List<(IReadOnlyList<double> Low, IReadOnlyList<double> High)>();
        for (int k = 0; k < top.Count && own is not null && !cancellation.IsCancellationRequested; k++)
        {
            if (response.Evaluate(points[k], options.EndReplications, cancellation) is not [{ } low, { } high]) break;
            done.Add((low, high));
        }
        if (done.Count < top.Count)
            missing.Add(new($"los extremos de {top.Count - done.Count} de {top.Count} insumos", $"the ends of {top.Count - done.Count} of {top.Count} inputs"));
        return done.Count == 0 ? [] : [.. Tornado.Of(own!, done).Select(b => new EndsEffect(top[b.Input], Interval.Of(done[b.Input].Low), Interval.Of(done[b.Input].High), b))];
    }

    private void Tell(IReadOnlyList<InputPoint> points, int replications, int after)
    {
        if (planned is null) return;
        int now = response.Runs(points, replications);
        planned(new SensitivityCost(now, now + after));
    }
}
