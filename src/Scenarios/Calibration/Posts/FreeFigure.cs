using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>A figure of one side that a calibration may set.</summary>
/// <param name="Name">Its name within the side, as the baseline's file has it.</param>
/// <param name="Before">Its value before.</param>
/// <param name="Low">Least value tried.</param>
/// <param name="High">Greatest value tried.</param>
internal abstract record FreeFigure(string Name, double Before, double Low, double High)
{
    /// <summary>Only whole values make sense.</summary>
    public virtual bool Whole => false;

    /// <summary>How far it is moved to see what it does to the moments.</summary>
    public virtual double Step => 0.1;

    /// <summary>Deviation of what is believed of it before any data, in its own unit; infinite for nothing.</summary>
    public virtual double Belief => double.PositiveInfinity;

    /// <summary>The side with the figure at a value.</summary>
    public abstract SideProcedure Apply(SideProcedure side, double value);
}

/// <summary>Officers or machines on duty at a station, on those lines of its roster that have the same number.</summary>
/// <param name="Station">Its name.</param>
/// <param name="Level">The number before.</param>
/// <param name="Lines">The lines of the roster, by number: named by place, so that two numbers can change at once.</param>
internal sealed record StaffFigure(string Station, int Level, IReadOnlyList<int> Lines)
    : FreeFigure($"stations.{Station}.roster ({Level})", Level, 1, Math.Max(Level + 3, Level * 2))
{
    public override bool Whole => true;
    public override double Step => 1;

    // Where the moments hardly care, the number stays near what it was.
    public override double Belief => Math.Max(3, Level);

    public override SideProcedure Apply(SideProcedure side, double value) => side with
    {
        Stations = [.. side.Stations.Select(s => s.Name != Station ? s : s with
        {
            Roster = new Roster([.. s.Roster.Shifts.Select((shift, i) => Lines.Contains(i) ? shift with { Staff = (int)Math.Round(value) } : shift)]),
        })],
    };
}

/// <summary>Service time of a stage relative to before, as a logarithm: its laws keep their shape.</summary>
internal sealed record ServiceFigure(StageKind Stage) : FreeFigure($"stages.{Inputs.Names.Key(Stage)}.service", 0, -1.6, 1.6)
{
    // Much wider than the ranges the shipped baseline states (about half to double): it only keeps from wandering what the moments hardly see.
    public override double Belief => 1;

    public override SideProcedure Apply(SideProcedure side, double value)
    {
        double factor = Math.Exp(value);
        return side with { Stages = [.. side.Stages.Select(s => s.Kind != Stage ? s : s with { Service = Scaled(s.Service, factor), ServiceInAdvance = Scaled(s.ServiceInAdvance, factor) })] };
    }

    private static IReadOnlyDictionary<Operation, Distribution> Scaled(IReadOnlyDictionary<Operation, Distribution> service, double factor) =>
        service.ToDictionary(s => s.Key, s => s.Value.Scale(factor));
}

/// <summary>Share of trucks in the red channel relative to before, as a logarithm. Never searched for: it is moved to see whether the data could tell it from service times.</summary>
internal sealed record RedShareFigure() : FreeFigure("risk.customs.red", 0, -1, 1)
{
    public override SideProcedure Apply(SideProcedure side, double value) => side with
    {
        Risk = side.Risk with { Customs = side.Risk.Customs.ToDictionary(c => c.Key, c => c.Value with { Red = Math.Min(1 - c.Value.Yellow, c.Value.Red * Math.Exp(value)) }) },
    };
}

/// <summary>
/// Share of an operation's trucks in a risk channel relative to what was counted, as a logarithm. A sample leaves it open by a fifth or more, and before a busy desk that is the
/// difference between hours and days: the lines say where in its interval it lies.
/// </summary>
/// <param name="Operation">The operation.</param>
/// <param name="Channel">Red or yellow.</param>
/// <param name="Lowest">Lower end of the interval.</param>
/// <param name="Highest">Upper end.</param>
internal sealed record ShareFigure(Operation Operation, RiskChannel Channel, double Lowest, double Highest)
    : FreeFigure($"risk.customs.{Inputs.Names.Key(Operation)}.{(Channel == RiskChannel.Red ? "red" : "yellow")}", 0, Lowest, Highest)
{
    /// <summary>Stages that trucks of the channel are sent to.</summary>
    public IReadOnlyList<StageKind> LeadsTo => Channel == RiskChannel.Red ? [StageKind.Inspection, StageKind.Scan] : [StageKind.Review];

    public override double Belief => (Highest - Lowest) / (2 * 1.96);

    public override SideProcedure Apply(SideProcedure side, double value)
    {
        double factor = Math.Exp(value);
        ChannelShares counted = side.Risk.Customs[Operation];
        ChannelShares moved = Channel == RiskChannel.Red ? counted with { Red = Math.Min(1 - counted.Yellow, counted.Red * factor) } : counted with { Yellow = Math.Min(1 - counted.Red, counted.Yellow * factor) };
        return side with { Risk = side.Risk with { Customs = side.Risk.Customs.ToDictionary(c => c.Key, c => c.Key == Operation ? moved : c.Value) } };
    }
}
