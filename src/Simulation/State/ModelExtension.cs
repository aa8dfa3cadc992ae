using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Simulation.State;

/// <summary>Appends to a model what trucks from another one need to finish what they have begun. The model's own numbers stay as they are.</summary>
internal sealed class ModelExtension(NetworkModel model)
{
    private readonly List<StageRow> rows = [.. model.Rows];
    private readonly List<Route> routes = [.. model.Routes];
    private readonly List<(StageName Name, FormerStage? Stage)> stages = [];
    private readonly List<string> procedures = [];
    private readonly List<JourneyRow> journeys = [.. model.Journeys];
    private readonly List<IReadOnlyList<StageName>> journeyNames = [];
    private readonly List<SavedSource> sources = [];
    private readonly List<string> exits = [.. model.ExitNames];
    private readonly Dictionary<string, int> made = [];

    /// <summary>A row in which a truck finishes a stage by former rules and then goes to another row.</summary>
    /// <param name="name">The stage.</param>
    /// <param name="former">What is left of its rules.</param>
    /// <param name="then">The row that follows.</param>
    public int Finish(StageName name, FormerStage former, int then) => Once($"{name}\n{former.Part} {former.StampOnEnd} {then}\n{string.Join('\n', former.Then)}", () =>
    {
        var row = new StageRow
        {
            Kind = RowKind.Delay,
            Part = former.Part,
            StampOnArrival = -1,
            StampOnStart = -1,
            StampOnEnd = (sbyte)(former.StampOnEnd ?? -1),
            Procedure = Procedure(name.Procedure),
            Station = -1,
            VisitSlot = -1,
            Route = To(then),
        };
        return Add(row, name, former);
    });

    /// <summary>One of the model's own rows, counted as another part of the time split, for a truck that entered it as such.</summary>
    public int Recounted(int row, StageName name, FormerStage former) => Once($"as {row} {former.Part} {former.StampOnEnd}", () =>
        Add(model.Rows[row] with { Part = former.Part, StampOnEnd = (sbyte)(former.StampOnEnd ?? -1) }, name, former));

    /// <summary>One of the model's own rows after which a side task ends.</summary>
    public int Last(int row, StageName name, FormerStage former) => Once($"last {row}", () =>
        Add(model.Rows[row] with { Route = To(Engine.Replication.End) }, name, former));

    /// <summary>A row that starts only some of its side tasks: the truck has the others behind it.</summary>
    public int PartOf(int fork, int[] tasks, StageName name) => Once($"part of {fork}: {string.Join(' ', tasks)}", () =>
        Add(model.Rows[fork] with { Tasks = tasks }, name, null));

    /// <summary>A journey the model sends nobody on.</summary>
    public int Journey(IReadOnlyList<StageName> names, int[] firstRows) => Once($"journey\n{string.Join('\n', names)}\n{string.Join(' ', firstRows)}", () =>
    {
        journeys.Add(new JourneyRow { Procedures = [.. names.Select(n => Procedure(n.Procedure))], FirstRows = firstRows });
        journeyNames.Add(names);
        return journeys.Count - 1;
    });

    /// <summary>A source that is gone: keeps the count of its trucks, and their identity.</summary>
    public int Source(SavedSource source)
    {
        sources.Add(source);
        return model.Sources.Length + sources.Count - 1;
    }

    /// <summary>The number of a way out.</summary>
    public int Exit(string name)
    {
        int i = exits.IndexOf(name);
        if (i >= 0) return i;
        exits.Add(name);
        return exits.Count - 1;
    }

    /// <summary>The model with all this; the model itself if nothing was appended.</summary>
    public NetworkModel Build()
    {
        if (made.Count == 0 && sources.Count == 0 && exits.Count == model.ExitNames.Count) return model;
        NetworkModel extended = model.Copy();
        extended.Former = new FormerPlaces { Base = model, Stages = stages, Procedures = procedures, Journeys = journeyNames, Sources = sources };
        extended.Rows = [.. rows];
        extended.Routes = [.. routes];
        extended.Procedures = [.. model.Procedures, .. procedures.Select(_ => new ProcedureRow { Order = [] })];
        extended.Journeys = [.. journeys];
        extended.Sources = [.. model.Sources, .. sources.Select(Gone)];
        extended.SourceNames = [.. model.SourceNames, .. sources.Select(s => s.Name)];
        extended.ExitNames = exits;
        return extended;
    }

    private static SourceRow Gone(SavedSource source) => new()
    {
        Key = Mix.HashName(source.Name),
        Kind = ArrivalKind.Scripted,
        Times = [],
        RateStarts = [],
        RatePerMs = [],
        IntervalSampler = -1,
        BatchCumulative = [],
        AttributeThresholds = [],
        AttributeKeys = [],
    };

    private int Once(string key, Func<int> make) => made.TryGetValue(key, out int number) ? number : made[key] = make();

    private int Add(StageRow row, StageName name, FormerStage? former)
    {
        rows.Add(row);
        stages.Add((name, former));
        return rows.Count - 1;
    }

    private int To(int row)
    {
        routes.Add(new Route { Always = row });
        return routes.Count - 1;
    }

    private int Procedure(string name)
    {
        if (model.Places.Procedures.TryGetValue(name, out int number)) return number;
        int i = procedures.IndexOf(name);
        if (i < 0)
        {
            i = procedures.Count;
            procedures.Add(name);
        }
        return model.Procedures.Length + i;
    }
}
