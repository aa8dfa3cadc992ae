using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using static CorridorTwin.Scenarios.Tests.Measures.SyntheticCorridor;

namespace CorridorTwin.Scenarios.Tests.Measures;

/// <summary>What every measure promises.</summary>
public class MeasureContractTests
{
    public static TheoryData<string> Names => [.. MeasureCatalog.Names];

    private static CorridorModel Model => Whole;

    private static IMeasure Find(string name) => MeasureCatalog.Find(name)!;

    /// <summary>A use in which every part of the measure has something to do.</summary>
    private static MeasureApplication Full(string name, double intensity = 1) => new(name)
    {
        Intensity = intensity,
        Parameters = name switch
        {
            "AuthorizedEconomicOperator" => new Dictionary<string, ParameterValue> { ["mutual-recognition"] = new ParameterValue.Flag(true) },
            "Maintenance" => new Dictionary<string, ParameterValue> { ["longer-between-outages"] = new ParameterValue.Number(0.5) },
            "CoordinatedBorderManagement" => new Dictionary<string, ParameterValue> { ["single-stop-posts"] = new ParameterValue.Posts(["south"]) },
            "PerishablePriority" => new Dictionary<string, ParameterValue> { ["off-hours-sps"] = new ParameterValue.Flag(true) },
            "RiskManagement" => new Dictionary<string, ParameterValue> { ["sps-cut"] = new ParameterValue.Number(0.2), ["hit-rate-gain"] = new ParameterValue.Number(0.1) },
            _ => new Dictionary<string, ParameterValue>(),
        },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void At_zero_intensity_the_very_same_model_comes_back(string name)
    {
        MeasureOutcome outcome = Find(name).Apply(Model, Full(name, 0));
        Assert.Same(Model, outcome.Model);
        Assert.Empty(outcome.Notes);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Where_it_is_in_force_it_changes_nothing_and_says_so(string name)
    {
        CorridorModel model = With(s => s with { InForce = new Dictionary<string, double> { [name] = 1 } }, Whole);
        MeasureOutcome outcome = Find(name).Apply(model, Full(name));
        Assert.Same(model, outcome.Model);
        Assert.Equal(8, outcome.Notes.Count(n => n.Kind == NoteKind.AlreadyInForce));
        Assert.Contains("north", outcome.Notes[0].Text.Es, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void In_force_at_one_side_it_still_changes_the_others(string name)
    {
        bool Old(SideProcedure s) => s is { Direction: Direction.N2S, Role: SideRole.Entry };
        CorridorModel model = With(s => Old(s) ? s with { InForce = new Dictionary<string, double> { [name] = 1 } } : s, Whole);
        CorridorModel changed = Find(name).Apply(model, Full(name)).Model;
        Assert.All(Enumerable.Range(0, 2), i => Assert.Same(model.Posts[i].Side(Direction.N2S, SideRole.Entry), changed.Posts[i].Side(Direction.N2S, SideRole.Entry)));
        Assert.NotSame(model.Posts[1].Side(Direction.S2N, SideRole.Entry), changed.Posts[1].Side(Direction.S2N, SideRole.Entry));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_touches_only_what_it_documents(string name)
    {
        string[][] allowed = [.. Find(name).Touches.Append("InForce").Select(t => t.Split('.'))];
        IReadOnlyList<string> changed = ModelLeaves.Changed(Model, Find(name).Apply(Model, Full(name)).Model);
        Assert.NotEmpty(changed);
        foreach (string path in changed)
        {
            Assert.True(path.StartsWith("Demand.", StringComparison.Ordinal) || (path.StartsWith("Posts.", StringComparison.Ordinal) && path.Contains(".Sides.", StringComparison.Ordinal)), $"{name} changed {path}");
            Assert.True(allowed.Any(a => Matches(a, Field(path))), $"{name} changed {path}, which it does not document");
        }
        Assert.All(allowed[..^1], a => Assert.True(changed.Any(c => Matches(a, Field(c))) || Spared(a), $"{name} documents {string.Join('.', a)} but left it alone"));

        static string[] Field(string path) => path.StartsWith("Demand.", StringComparison.Ordinal) ? path.Split('.') : path.Split('.')[4..];

        static bool Matches(string[] pattern, string[] field) => pattern.Length <= field.Length && pattern.Zip(field).All(p => p.First == "*" || p.First == p.Second);

        // The synthetic gates have no automatic time that could be cleared, and nothing is built at the time the posts are finished.
        static bool Spared(string[] pattern) => pattern is ["Stages", "Gate", "ServiceAutomatic"] or ["ConstructionLoss"];
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_value_moves_one_way_with_intensity(string name)
    {
        double[] intensities = [0, 0.1, 0.25, 0.5, 0.75, 1];
        SortedDictionary<string, object>[] leaves = [.. intensities.Select(i => ModelLeaves.Of(Find(name).Apply(Model, Full(name, i)).Model))];
        string[] moving = [.. ModelLeaves.Changed(Model, Find(name).Apply(Model, Full(name)).Model)];
        foreach (string path in moving)
        {
            // What a measure adds is there from some intensity on; what it takes away is gone from some intensity on.
            double[] values = [.. leaves.Select(l => ModelLeaves.Number(l, path)).OfType<double>()];
            if (values.Length == 0) continue;
            Assert.True(leaves.Select(l => l.ContainsKey(path)).Zip(leaves.Skip(1).Select(l => l.ContainsKey(path))).Count(p => p.First != p.Second) <= 1, path);
            int sign = Math.Sign(values[^1] - values[0]);
            for (int i = 1; i < values.Length; i++)
                Assert.True((values[i] - values[i - 1]) * sign >= 0 && (sign != 0 || values[i] == values[0]), $"{path}: {values[i]} after {values[i - 1]}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Applied_twice_it_does_what_it_does_once(string name)
    {
        CorridorModel once = Find(name).Apply(Model, Full(name)).Model;
        MeasureOutcome twice = Find(name).Apply(once, Full(name));
        Assert.Empty(ModelLeaves.Changed(once, twice.Model));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Half_strength_first_and_full_strength_later_make_full_strength(string name)
    {
        CorridorModel half = Find(name).Apply(Model, Full(name, 0.5)).Model;
        SortedDictionary<string, object> stepwise = ModelLeaves.Of(Find(name).Apply(half, Full(name)).Model), atOnce = ModelLeaves.Of(Find(name).Apply(Model, Full(name)).Model);
        Assert.Equal(atOnce.Keys, stepwise.Keys);
        foreach (string path in atOnce.Keys)
        {
            // Officers moved in two strokes come from other hours than in one: what opens is the same. A rule that came on at half strength has no more to do.
            if (path.EndsWith(".levels", StringComparison.Ordinal) || path.Contains(".InForce.", StringComparison.Ordinal)) continue;
            if (ModelLeaves.Number(atOnce, path) is { } number) Assert.Equal(number, ModelLeaves.Number(stepwise, path)!.Value, 1e-9 * Math.Max(1, Math.Abs(number)));
            else Assert.Equal(atOnce[path], stepwise[path]);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_the_chosen_side_changes(string name)
    {
        MeasureApplication use = Full(name) with { Posts = ["south"], Countries = ["CR"], Directions = [Direction.S2N] };
        CorridorModel changed = Find(name).Apply(Model, use).Model;
        Assert.Same(Model.Posts[0], changed.Posts[0]);
        Assert.Equal([false, false, false, true], changed.Posts[1].Sides.Select((s, i) => !ReferenceEquals(s, Model.Posts[1].Sides[i])));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_explained_in_both_languages(string name)
    {
        IMeasure m = Find(name);
        Assert.All(new[] { m.Title, m.Summary, m.Mechanism, m.Strategy.Heading }.Concat(m.Parameters.Select(p => p.Description))
            .Concat(m.Guards.Select(g => g.Reason)).Concat(m.Prerequisites.SelectMany(p => new[] { p.Reason, p.Without })), text =>
        {
            Assert.NotEqual("", text.Es);
            Assert.NotEqual(text.Es, text.En);
        });
    }
}
