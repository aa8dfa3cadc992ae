using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Simulation.Network;

/// <summary>Describes one leg of a journey: its stages in order of declaration, the first being where it begins.</summary>
public sealed class ProcedureBuilder
{
    private readonly NetworkBuilder network;

    internal ProcedureBuilder(NetworkBuilder network, string name, int index)
    {
        this.network = network;
        Name = name;
        Index = index;
    }

    /// <summary>The leg's name.</summary>
    public string Name { get; }

    internal int Index { get; }
    internal bool IsReported { get; private set; } = true;
    internal bool Opens { get; private set; } = true;
    internal bool Closes { get; private set; } = true;
    internal List<StageBuilder> Members { get; } = [];

    /// <summary>Whether legs are reported, and whether a truck joins the measured cohort at this leg's start and leaves it at its end.</summary>
    public ProcedureBuilder Measures(bool reported, bool opensCohort, bool closesCohort)
    {
        IsReported = reported;
        Opens = opensCohort;
        Closes = closesCohort;
        return this;
    }

    /// <summary>A stage served at a station.</summary>
    public StageBuilder Stage(string name, StationBuilder station, Distribution service) =>
        Add(new StageBuilder(name, RowKind.Serve) { StationList = [(station, _ => true)], Times = _ => service });

    /// <summary>A delay without servers.</summary>
    public StageBuilder Delay(string name, Distribution length, TimePart part = TimePart.Move) =>
        Add(new StageBuilder(name, RowKind.Delay) { Times = _ => length, Part = part });

    /// <summary>A point that takes no time.</summary>
    public StageBuilder Pass(string name) => Add(new StageBuilder(name, RowKind.Pass));

    /// <summary>A way out of the network.</summary>
    public StageBuilder Exit(string name) => Add(new StageBuilder(name, RowKind.Exit));

    /// <summary>Starts the document track.</summary>
    public StageBuilder Lodge(string name, DocumentTrack track) => Add(new StageBuilder(name, RowKind.Lodge) { Documents = track });

    /// <summary>Waits until the declaration is accepted.</summary>
    public StageBuilder AwaitDocuments(string name) => Add(new StageBuilder(name, RowKind.Await));

    /// <summary>Side tasks that run at the same time; the truck goes on when all have ended. Each begins at a stage of this procedure.</summary>
    public StageBuilder InParallel(string name, params StageBuilder[] tasks) => Add(new StageBuilder(name, RowKind.Fork) { TaskList = tasks });

    private StageBuilder Add(StageBuilder stage)
    {
        if (Members.Any(m => m.Name == stage.Name)) throw new ArgumentException($"Stage '{stage.Name}' is declared twice in '{Name}'.");
        stage.Procedure = this;
        stage.Row = network.Stages.Count;
        network.Stages.Add(stage);
        Members.Add(stage);
        return stage;
    }
}

/// <summary>When a declaration is lodged and accepted.</summary>
/// <param name="Place">Name for the draws.</param>
/// <param name="AdvanceShare">Share lodged before arrival, by class.</param>
/// <param name="Lead">How long before the leg's start an advance declaration is lodged.</param>
/// <param name="Preparation">Working time to acceptance, by class; null for none.</param>
/// <param name="Desk">When it is worked on.</param>
/// <param name="RejectedShare">Share rejected once.</param>
/// <param name="Resubmission">Working time to lodge a rejected one again.</param>
public sealed record DocumentTrack(
    string Place,
    Func<TruckClass, double> AdvanceShare,
    Distribution Lead,
    Func<TruckClass, Distribution?> Preparation,
    CapacityCalendar Desk,
    double RejectedShare = 0,
    Distribution? Resubmission = null)
{
    /// <summary>Name of the draw that says whether a declaration came in advance; routes may use it too.</summary>
    public const string AdvancePurpose = "advance";
}
