using System.Runtime.CompilerServices;
using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Simulation.Engine;

/// <summary>What the event loop needs of a stage, in 48 bytes; the rest stays in <see cref="StageRow"/>.</summary>
/// <remarks>
/// Neighbouring events belong to different stages, so a branch on what the stage is like is mispredicted half of the time. Hence
/// tables that are read with a step of 0 where the class does not matter, and a stamp written to a spare place where none is asked for.
/// </remarks>
internal struct StageStep
{
    /// <summary>In the table of targets: the target must be drawn or counted.</summary>
    public const int Open = -2;

    public ulong ServiceKey;
    /// <summary>Target of class c: targets[Target + c × TargetStep].</summary>
    public int Target, TargetStep;
    /// <summary>Sampler of class c: serviceTable[Service + c × ServiceStep].</summary>
    public int Service, ServiceStep;
    /// <summary>The only station, or −1 if there are lanes to choose from.</summary>
    public int Station;
    public int Priority;
    public int VisitSlot;
    public int Route;
    public RowKind Kind;
    public sbyte StampOnArrival, StampOnStart, StampOnEnd;

    /// <summary>The steps of a model's stages, and the targets they point to.</summary>
    public static StageStep[] Of(NetworkModel model, out int[] targets)
    {
        var table = new List<int>();
        var targetsOf = new (int Base, int Step)[model.Routes.Length];
        for (int r = 0; r < targetsOf.Length; r++) targetsOf[r] = AddTargets(table, model.Routes[r]);
        StageStep[] steps = GC.AllocateArray<StageStep>(model.Rows.Length, pinned: true);
        for (int i = 0; i < steps.Length; i++)
        {
            ref StageRow row = ref model.Rows[i];
            (int target, int targetStep) = targetsOf[row.Route];
            steps[i] = new StageStep
            {
                ServiceKey = row.ServiceKey,
                Target = target,
                TargetStep = targetStep,
                Service = row.ServiceBase,
                ServiceStep = Uniform(model.ServiceTable.AsSpan(row.ServiceBase), model.Classes.Count) ? 0 : 1,
                Station = row.LaneCount <= 1 ? row.Station : -1,
                Priority = row.PriorityBase,
                VisitSlot = row.VisitSlot,
                Route = row.Route,
                Kind = row.Kind,
                StampOnArrival = row.StampOnArrival,
                StampOnStart = row.StampOnStart,
                StampOnEnd = row.StampOnEnd,
            };
        }
        targets = [.. table];
        return steps;
    }

    private static (int Base, int Step) AddTargets(List<int> table, Route route)
    {
        int start = table.Count;
        if (route.Always != Open || route.Certain.Length == 0)
        {
            table.Add(route.Always);
            return (start, 0);
        }
        if (Uniform(route.Certain, route.Certain.Length))
        {
            table.Add(route.Certain[0]);
            return (start, 0);
        }
        table.AddRange(route.Certain);
        return (start, 1);
    }

    private static bool Uniform(ReadOnlySpan<int> values, int count)
    {
        for (int i = 1; i < Math.Min(count, values.Length); i++)
            if (values[i] != values[0]) return false;
        return true;
    }
}
