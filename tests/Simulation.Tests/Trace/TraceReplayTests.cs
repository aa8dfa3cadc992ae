using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Simulation.Tests.Trace;

public class TraceReplayTests
{
    private static readonly CorridorNetwork Corridor = CorridorCompiler.Compile(SyntheticCorridor.Model);

    [Theory]
    [InlineData(0, 10, 1)]
    [InlineData(3.3, 9.7, 2)]
    public void Events_alone_give_every_leg_and_every_lane(double from, double to, ulong seed)
    {
        var options = new TraceRequest { Seed = seed, From = SimTime.FromDays(from), To = SimTime.FromDays(to) };
        string text = Text(options);
        SimTime[] probes = [.. Enumerable.Range(1, 9).Select(i => SimTime.FromDays(from + (to - from) * i / 10))];
        EngineRun engine = EngineRun.To(Corridor, seed, request.To, probes);
        var sides = new List<TripSide>();
        TraceReplay whole = TraceReplay.Read(new StringReader(text), ended: sides.Add);
        Assert.True(whole.Complete);
        Assert.True(sides.Count > 1000, $"{sides.Count} legs");
        ReplayAgainstEngine.AssertLegs(engine, request.From, request.To, sides);
        for (int i = 0; i < probes.Length; i++)
            ReplayAgainstEngine.AssertNumbers(Corridor, engine.Result.Probes[i], TraceReplay.Read(new StringReader(text), TraceClock.At(probes[i], TraceClock.Epoch.Offset)));
    }

    private static string Text(TraceRequest options)
    {
        var text = new StringWriter();
        TraceRun.Write(Corridor, options, text);
        return text.ToString();
    }
}
