namespace CorridorTwin.Simulation.Trace;

/// <summary>The values of <see cref="BorderEvent.Type"/>. Others may come from outside and are kept as they are.</summary>
public static class BorderEventTypes
{
    /// <summary>Joins the line for a side (t0): the road queue on the exit side, leaving the exit side on the entry side.</summary>
    public const string QueueEnter = "queue.enter";
    /// <summary>First gate (t1).</summary>
    public const string PostArrive = "post.arrive";
    /// <summary>Declaration registered (t2); may lie before arrival.</summary>
    public const string DeclarationLodged = "decl.lodged";
    /// <summary>Declaration accepted.</summary>
    public const string DeclarationAccepted = "decl.accepted";
    /// <summary>Declaration rejected for errors, to be lodged again.</summary>
    public const string DeclarationRejected = "decl.rejected";
    /// <summary>Risk channel of an agency known (t3 for customs).</summary>
    public const string RiskAssigned = "risk.assigned";
    /// <summary>An agency's examination begins (t4).</summary>
    public const string InspectionStart = "insp.start";
    /// <summary>An agency's examination ends (t5).</summary>
    public const string InspectionEnd = "insp.end";
    /// <summary>Sample taken: the wait for the laboratory begins.</summary>
    public const string SampleTaken = "sample.taken";
    /// <summary>Laboratory result: the wait ends.</summary>
    public const string LabResult = "lab.result";
    /// <summary>Held: <see cref="EventExtras.Reason"/> says why.</summary>
    public const string HoldStart = "hold.start";
    /// <summary>No longer held for that reason.</summary>
    public const string HoldEnd = "hold.end";
    /// <summary>Duties and fees paid (t6).</summary>
    public const string TaxPaid = "tax.paid";
    /// <summary>Driver's migration control begins.</summary>
    public const string MigrationStart = "mig.start";
    /// <summary>Driver's migration control ends.</summary>
    public const string MigrationEnd = "mig.end";
    /// <summary>Goods released (t7).</summary>
    public const string Release = "release";
    /// <summary>Physical exit from the side (t8).</summary>
    public const string PostExit = "post.exit";
    /// <summary>A lane has staff scheduled from now: how many, and how many were called in besides.</summary>
    public const string ResourceOpen = "res.open";
    /// <summary>A lane has no staff scheduled from now; some may have been called in.</summary>
    public const string ResourceClose = "res.close";
    /// <summary>A unit of the lane works again, or its computers do.</summary>
    public const string ResourceUp = "res.up";
    /// <summary>A unit of the lane has failed, or its computers are out and work goes on by hand.</summary>
    public const string ResourceDown = "res.down";
    /// <summary>A policy comes into force. Not written by the simulator: a scenario is in force from its start.</summary>
    public const string LeverOn = "lever.on";
    /// <summary>A policy ends. Not written by the simulator.</summary>
    public const string LeverOff = "lever.off";
    /// <summary>The source is alive and has told everything before this instant: the last line of a complete trace.</summary>
    public const string Heartbeat = "clock.heartbeat";
    /// <summary>Joins a lane's waiting line (ours).</summary>
    public const string LaneEnter = "lane.enter";
    /// <summary>A stage without a type of its own begins: somebody works on the truck (ours).</summary>
    public const string StageStart = "stage.start";
    /// <summary>That stage ends (ours).</summary>
    public const string StageEnd = "stage.end";

    /// <summary>All of the above.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        QueueEnter, PostArrive, DeclarationLodged, DeclarationAccepted, DeclarationRejected, RiskAssigned, InspectionStart, InspectionEnd,
        SampleTaken, LabResult, HoldStart, HoldEnd, TaxPaid, MigrationStart, MigrationEnd, Release, PostExit,
        ResourceOpen, ResourceClose, ResourceUp, ResourceDown, LeverOn, LeverOff, Heartbeat, LaneEnter, StageStart, StageEnd,
    ];
}
