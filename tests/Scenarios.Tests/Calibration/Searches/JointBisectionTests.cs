using CorridorTwin.Scenarios.Calibration;
using CorridorTwin.Scenarios.Calibration.Searches;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;
using Xunit;

namespace CorridorTwin.Scenarios.Tests.Calibration.Searches;

public sealed class JointBisectionTests
{
    [Fact]
    public void EachValueIsFoundByItsOwnMoment()
    {
        double[] found = JointBisection.Run([0, 0], [1024, 1024], [true, false], [300, 100], v => [v[0], 1024 - v[1]], 10)!;
        Assert.Equal(300, found[0], 1.0);
        Assert.Equal(924, found[1], 1.0);
    }

    [Fact]
    public void WhatWasFinishedIsKeptWhenItIsEnded()
    {
        int round = 0;
        Assert.Equal([256], JointBisection.Run([0], [1024], [true], [1], v => ++round > 2 ? null : [v[0]], 10)!);
    }

    [Fact]
    public void TheObjectiveOfTheShippedSearchIsThatOfTheSimulatedMoments()
    {
        Knob Wanted(double hours) => new("x", new RowKey(0, Direction.N2S, SideRole.Exit, null, TruckKind.Pair, null), hours, 0, 1, true, _ => []);
        // Half-widths of 1.96 · 0.5 and 1.96 · 0.2: (5.5 − 5)²/0.5² + (2 − 2.4)²/0.2² = 1 + 4.
        KnobResult[] results = [new(Wanted(5), 0, new Interval(5.5, 5.5 - 0.98, 5.5 + 0.98, 8)), new(Wanted(2.4), 0, new Interval(2, 2 - 0.392, 2 + 0.392, 8))];
        Assert.Equal(5, BaselineSearch.Distance(results), 1e-9);
    }
}
