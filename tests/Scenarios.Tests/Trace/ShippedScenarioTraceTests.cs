using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Tests.Trace;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Scenarios.Tests.Trace;

/// <summary>The shipped corridor, before and after all measures: events alone give what the engine says.</summary>
public class ShippedScenarioTraceTests
{
    [Theory]
    [InlineData("2024-baseline")]
    [InlineData("ecfcc-2030")]
    public void Events_alone_give_every_leg_and_every_lane(string scenario)
    {
        CorridorNetwork corridor = CorridorCompiler.Compile(Shipped.Model(scenario));
        var request = new TraceRequest { Seed = 2024, From = SimTime.FromDays(4), To = SimTime.FromDays(6.5), Scenario = scenario };
        SimTime[] probes = [request.From, SimTime.FromDays(4.55), SimTime.FromDays(5), SimTime.FromDays(5.52), SimTime.FromDays(6.1)];
        EngineRun engine = EngineRun.To(corridor, request.Seed, request.To, probes);
        var text = new StringWriter();
        TraceRun.Write(corridor, request, text);
        var sides = new List<TripSide>();
        TraceReplay whole = TraceReplay.Read(new StringReader(text.ToString()), ended: sides.Add);
        Assert.True(whole.Complete);
        Assert.Equal(request.Scenario, whole.Header.Scenario);
        Assert.True(sides.Count > 8000, $"{sides.Count} legs");
        ReplayAgainstEngine.AssertLegs(engine, request.From, request.To, sides);
        for (int i = 0; i < probes.Length; i++)
            ReplayAgainstEngine.AssertNumbers(corridor, engine.Result.Probes[i], TraceReplay.Read(new StringReader(text.ToString()), TraceClock.At(probes[i], default)));
    }
}
