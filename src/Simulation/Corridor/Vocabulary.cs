namespace CorridorTwin.Simulation.Corridor;

/// <summary>Which way a truck crosses: from Guatemala towards Panama or back.</summary>
public enum Direction { N2S, S2N }

/// <summary>A side's part in a crossing: the country being left, or the one being entered.</summary>
public enum SideRole { Exit, Entry }

/// <summary>The official operation a truck performs on one side (ECFCC-2023, Table 2).</summary>
public enum Operation { Export, Import, Transit, Empty }

/// <summary>How the volume tables count a truck at a post: origin and destination are the post's own two countries, any other loaded truck, or unladen.</summary>
public enum TruckKind { Pair, Transit, Empty }

/// <summary>What a loaded truck carries.</summary>
public enum CargoClass { General, Perishable, Dangerous, Relief }

/// <summary>Who staffs a stage.</summary>
public enum Agency { Customs, Migration, Sps, Health, Police, Transport }

/// <summary>Selectivity of one agency: released, documents reviewed, or goods examined.</summary>
public enum RiskChannel { Green, Yellow, Red }

/// <summary>The steps of a side's procedure, in the order in which a truck meets them.</summary>
public enum StageKind
{
    /// <summary>First gate: arrival at the post's perimeter (t1). Before it stands the road queue (exit side) or the line after the bridge (entry side).</summary>
    Gate,
    /// <summary>Driver and crew migration control.</summary>
    Migration,
    /// <summary>Customs document desk; waits for the declaration. Channel assigned at its end (t3).</summary>
    Customs,
    /// <summary>Plant and animal health: documents and spraying.</summary>
    Sps,
    /// <summary>Yellow channel: review of documents.</summary>
    Review,
    /// <summary>Red channel by machine: non-intrusive scanner and image review.</summary>
    Scan,
    /// <summary>Red channel by hand: physical inspection by customs.</summary>
    Inspection,
    /// <summary>Physical inspection by plant and animal health of loads it selects.</summary>
    SpsInspection,
    /// <summary>Wait for a laboratory result after sampling (counted as service, and named).</summary>
    Laboratory,
    /// <summary>Payment of duties and fees (t6) where not paid in advance.</summary>
    Payment,
    /// <summary>Release checked and the truck let out (t7, then t8).</summary>
    Exit,
}
