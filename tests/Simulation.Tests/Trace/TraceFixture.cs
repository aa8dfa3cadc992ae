using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Simulation.Tests.Trace;

/// <summary>Ten days of the synthetic corridor, told once for the tests that only read.</summary>
internal static class TraceFixture
{
    public static readonly CorridorNetwork Corridor = CorridorCompiler.Compile(SyntheticCorridor.Model);

    public static readonly TraceRequest TenDays = new() { Seed = 1, To = SimTime.FromDays(10), Scenario = "synthetic" };

    public static readonly string Text = Tell(Corridor, TenDays);

    public static readonly IReadOnlyList<BorderEvent> Events = [.. new TraceReader(new StringReader(Text)).Events()];

    public static string Tell(CorridorNetwork corridor, TraceRequest request)
    {
        var text = new StringWriter();
        TraceRun.Write(corridor, request, text);
        return text.ToString();
    }
}
