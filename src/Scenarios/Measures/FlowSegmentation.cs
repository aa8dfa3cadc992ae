using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>Segmentation of flows: lanes of their own for perishables, dangerous goods, authorised operators and empties (ECFCC-2023 P4-M3).</summary>
/// <remarks>
/// Touches <c>ApproachLanes</c>: on the exit side lanes of the approach road from a distance on, on the entry side lanes at the gate. The gate serves them before the common
/// line, so they add no capacity: what some gain others wait. Without <see cref="Infrastructure"/> the road has room for one second lane of a kilometre (24 trucks), which all
/// share; with it perishables keep one of their own. Differentiated treatment of tourism is the background load's, not a lane of trucks.
/// </remarks>
public sealed class FlowSegmentation : SideMeasure
{
    private const double LaneWithoutWorks = 1;

    /// <inheritdoc/>
    public override Bilingual Title { get; } = new("Segmentación de flujos", "Flow segmentation");

    /// <inheritdoc/>
    public override Bilingual Summary { get; } = new(
        "Carriles propios en el acceso y en el portón para perecederos, mercancías peligrosas, operadores autorizados y vacíos.",
        "Lanes of their own on the approach and at the gate for perishables, dangerous goods, authorised operators and empties.");

    /// <inheritdoc/>
    public override Bilingual Mechanism { get; } = new(
        "Cada flujo deja la fila común donde empieza su carril, y el portón lo atiende antes que a ella.",
        "Each flow leaves the common line where its lane begins, and the gate serves it before that line.");

    /// <inheritdoc/>
    public override StrategyReference Strategy { get; } = new(4, 3, new(
        "Establecer carriles para perecederos y mercancías peligrosas y la pronta atención de los operadores autorizados", "Establish lanes for perishable or dangerous goods and the prompt attention of authorised operators"));

    /// <inheritdoc/>
    public override IReadOnlyList<MeasureParameter> Parameters { get; } =
    [
        new()
        {
            Key = "lane-kilometres", Kind = ParameterKind.Number, Unit = "km", Default = new ParameterValue.Number(2), Low = 1, High = 5, Maximum = 30,
            Grade = EvidenceGrade.Assumption, Sources = ["A.segregated-lane", "T1.46"],
            Description = new("Distancia del portón a la que empiezan los carriles", "Distance from the gate at which the lanes begin"),
        },
        Lane("perishables", "Carril para perecederos", "A lane for perishables"),
        Lane("dangerous", "Carril para mercancías peligrosas", "A lane for dangerous goods"),
        Lane("authorised-operators", "Carril para operadores económicos autorizados", "A lane for authorised economic operators"),
        Lane("empties", "Carril para camiones vacíos", "A lane for empty trucks"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Prerequisite> Prerequisites { get; } =
    [
        Prerequisite.Measure("Infrastructure",
            new("La estrategia prevé carriles «siempre que la infraestructura lo permita»; más de uno, o más de 1 km, exige obras.",
                "The strategy foresees lanes as long as the infrastructure allows; more than one, or more than 1 km, needs works."),
            new("hay un solo carril, de no más de 1 km.", "there is a single lane, no longer than 1 km.")) with { OnlyIfLimiting = true },
        Prerequisite.Measure("AuthorizedEconomicOperator",
            new("Sin operadores certificados no hay a quién dar ese carril.", "Without certified operators there is nobody to give that lane to."),
            new("no hay carril para operadores autorizados.", "there is no lane for authorised operators.")) with { OnlyIfLimiting = true },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Guard> Guards { get; } =
    [
        new(GuardKind.WaitOfOthers, new("Sin capacidad nueva, lo que unos ganan lo esperan otros.", "Without new capacity, what some gain others wait.")),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Touches { get; } = ["ApproachLanes"];

    private protected override SideProcedure Change(SideChange change)
    {
        SideProcedure side = change.Side;
        if (!change.SwitchesOn)
        {
            change.Note(NoteKind.Limited, "hay carril o no lo hay; con menos del 50 % de intensidad, no.", "there is a lane or there is not; below 50 % intensity there is not.");
            return side;
        }
        if (side.StageOf(StageKind.Gate) is null || (side.SingleStop && side.Role == SideRole.Entry)) return side;
        bool works = change.Has("Infrastructure"), exit = side.Role == SideRole.Exit;
        double wanted = exit ? change.Number("lane-kilometres") * change.Intensity : 0, length = works ? wanted : Math.Min(wanted, LaneWithoutWorks);
        if (length < wanted)
            change.Missing("Infrastructure", $"un solo carril, desde {Phrases.Number(length)} km en lugar de {Phrases.Number(wanted)} km.", $"a single lane, from {Phrases.Number(length)} km instead of {Phrases.Number(wanted)} km.");
        bool certified = change.Flag("authorised-operators") && change.Has("AuthorizedEconomicOperator");
        if (change.Flag("authorised-operators") && !certified)
            change.Missing("AuthorizedEconomicOperator", "no hay carril para operadores autorizados.", "there is no lane for authorised operators.");
        var perishable = new ApproachLane(length, false, change.Flag("perishables") ? [CargoClass.Perishable] : []);
        var others = new ApproachLane(length, change.Flag("empties"), change.Flag("dangerous") ? [CargoClass.Dangerous] : [], certified);
        IReadOnlyList<ApproachLane> lanes = side.ApproachLanes;
        lanes = works ? Add(Add(lanes, others, true), perishable, true) : Add(lanes, others with { Classes = [.. perishable.Classes, .. others.Classes] }, false);
        return ReferenceEquals(lanes, side.ApproachLanes) ? side : side with { ApproachLanes = lanes };
    }

    /// <summary>The lanes with those of one more as far as they do not reach as far yet: as a lane of its own, first in order, or in the longest that is there.</summary>
    private static IReadOnlyList<ApproachLane> Add(IReadOnlyList<ApproachLane> lanes, ApproachLane lane, bool own)
    {
        bool Reaches(Func<ApproachLane, bool> takes) => lanes.Any(l => takes(l) && l.FromKilometres >= lane.FromKilometres);
        ApproachLane left = new(
            lane.FromKilometres, lane.Empties && !Reaches(l => l.Empties), [.. lane.Classes.Where(c => !Reaches(l => l.Classes.Contains(c)))], lane.Aeo && !Reaches(l => l.Aeo));
        if (IsEmpty(left)) return lanes;
        ApproachLane? longest = lanes.MaxBy(l => l.FromKilometres);
        if (!own && longest is not null)
        {
            var joined = new ApproachLane(Math.Max(longest.FromKilometres, lane.FromKilometres), longest.Empties || left.Empties, [.. longest.Classes.Union(left.Classes)], longest.Aeo || left.Aeo);
            return [.. lanes.Select(l => ReferenceEquals(l, longest) ? joined : Without(l, left)).Where(l => !IsEmpty(l))];
        }
        return [left, .. lanes.Select(l => Without(l, left)).Where(l => !IsEmpty(l))];
    }

    private static ApproachLane Without(ApproachLane lane, ApproachLane moved) =>
        lane with { Empties = lane.Empties && !moved.Empties, Classes = [.. lane.Classes.Except(moved.Classes)], Aeo = lane.Aeo && !moved.Aeo };

    private static bool IsEmpty(ApproachLane lane) => !lane.Empties && !lane.Aeo && lane.Classes.Count == 0;

    private static MeasureParameter Lane(string key, string es, string en) => new()
    {
        Key = key, Kind = ParameterKind.Flag, Default = new ParameterValue.Flag(true), Grade = EvidenceGrade.Assumption, Sources = ["A.segregated-lane"], Description = new(es, en),
    };
}
