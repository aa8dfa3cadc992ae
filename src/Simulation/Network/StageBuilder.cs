using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Simulation.Network;

/// <summary>Describes one stage and where trucks go after it.</summary>
public sealed class StageBuilder
{
    internal StageBuilder(string name, RowKind kind)
    {
        Name = name;
        Kind = kind;
        Place = name;
    }

    /// <summary>The stage's name, unique in its procedure.</summary>
    public string Name { get; }

    internal RowKind Kind { get; }
    internal string Place { get; private set; }
    internal ProcedureBuilder Procedure { get; set; } = null!;
    internal int Row { get; set; }
    internal List<(StationBuilder Station, Func<TruckClass, bool> Open)> StationList { get; init; } = [];
    internal Func<TruckClass, Distribution>? Times { get; set; }
    internal Func<TruckClass, int> Rank { get; private set; } = _ => 0;
    internal TimePart Part { get; init; }
    internal int StampArrival { get; private set; } = -1;
    internal int StampStart { get; private set; } = -1;
    internal int StampEnd { get; private set; } = -1;
    internal bool IsTraced { get; private set; }
    internal StageBuilder? Next { get; private set; }
    internal List<(StageBuilder? Target, Func<TruckClass, double> Share)> Branches { get; } = [];
    internal string? RoutePlace { get; private set; }
    internal string RoutePurpose { get; private set; } = "route";
    internal (LineBuilder? Line, StationBuilder? Station, double[] Leave)? ByLength { get; private set; }
    internal DocumentTrack? Documents { get; init; }
    internal StageBuilder[] TaskList { get; init; } = [];

    /// <summary>The name under which draws are made: stages of the same place give a truck the same luck. The stage's name if not set.</summary>
    public StageBuilder At(string place)
    {
        Place = place;
        return this;
    }

    /// <summary>Service time (or delay) by class.</summary>
    public StageBuilder TimesBy(Func<TruckClass, Distribution> times)
    {
        Times = times;
        return this;
    }

    /// <summary>Priority level by class, 0 first.</summary>
    public StageBuilder PriorityBy(Func<TruckClass, int> level)
    {
        Rank = level;
        return this;
    }

    /// <summary>Another station trucks may choose: each joins the one with the fewest trucks, the first declared among equals.</summary>
    public StageBuilder OrAt(StationBuilder station, Func<TruckClass, bool>? open = null)
    {
        StationList.Add((station, open ?? (_ => true)));
        return this;
    }

    /// <summary>Which classes may use the first station.</summary>
    public StageBuilder OnlyFor(Func<TruckClass, bool> open)
    {
        StationList[0] = (StationList[0].Station, open);
        return this;
    }

    /// <summary>Writes time stamps t0 to t8 on arrival, at the start and at the end of the stage; −1 for none.</summary>
    public StageBuilder Stamps(int arrival = -1, int start = -1, int end = -1)
    {
        StampArrival = arrival;
        StampStart = start;
        StampEnd = end;
        return this;
    }

    /// <summary>Passing this point is traced.</summary>
    public StageBuilder Traced()
    {
        IsTraced = true;
        return this;
    }

    /// <summary>The only stage after this one; without a route the leg ends.</summary>
    public StageBuilder Then(StageBuilder? next)
    {
        Next = next;
        return this;
    }

    /// <summary>Goes on by chance; what is left of 1 goes where <see cref="Then"/> says, and ends the leg if it says nothing.</summary>
    public StageBuilder Route(params (StageBuilder? Target, double Share)[] branches)
    {
        foreach ((StageBuilder? target, double share) in branches) Branches.Add((target, _ => share));
        return this;
    }

    /// <summary>Goes on by chance with shares by class; what is left of 1 goes where <see cref="Then"/> says.</summary>
    public StageBuilder Branch(StageBuilder? target, Func<TruckClass, double> share)
    {
        Branches.Add((target, share));
        return this;
    }

    /// <summary>The draw that decides the branch, so that several stages can share one (a risk channel).</summary>
    public StageBuilder DecidedBy(string place, string purpose)
    {
        RoutePlace = place;
        RoutePurpose = purpose;
        return this;
    }

    /// <summary>Turns off by the number in a line: probability <c>leave[n]</c> of going to the target when n wait (the last value holds beyond).</summary>
    public StageBuilder LeaveByLength(LineBuilder line, StageBuilder target, params double[] leave) => Leaving(line, null, target, leave);

    /// <summary>Turns off by the number present at a station, waiting and in service.</summary>
    public StageBuilder LeaveByNumber(StationBuilder station, StageBuilder target, params double[] leave) => Leaving(null, station, target, leave);

    private StageBuilder Leaving(LineBuilder? line, StationBuilder? station, StageBuilder target, double[] leave)
    {
        if (leave.Length == 0 || leave.Any(p => !(p >= 0 && p <= 1))) throw new ArgumentException($"Stage '{Name}': probabilities of leaving lie between 0 and 1.", nameof(leave));
        ByLength = (line, station, leave);
        Branches.Add((target, _ => 0));
        return this;
    }
}
