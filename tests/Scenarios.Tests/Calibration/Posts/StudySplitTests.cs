using CorridorTwin.Scenarios.Calibration.Posts;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;
using Xunit;

namespace CorridorTwin.Scenarios.Tests.Calibration.Posts;

public sealed class StudySplitTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(-6));

    [Fact]
    public void OfOneWeekEverySecondDayIsHeldOut()
    {
        StudySplit split = StudySplit.Of(Rows(7, 10));
        Assert.Equal([2, 4, 6, 8], split.Fitted.Select(d => d.Day));
        Assert.Equal([3, 5, 7], split.HeldOut.Select(d => d.Day));
    }

    [Fact]
    public void OfThreeWeeksTheLastIs()
    {
        StudySplit split = StudySplit.Of(Rows(21, 10));
        Assert.Equal(14, split.Fitted.Count);
        Assert.All(split.HeldOut, d => Assert.True(d.Day >= 16));
        Assert.Equal(7, split.HeldOut.Count);
    }

    [Fact]
    public void NoDayIsInBothAndNoneIsLost()
    {
        StudyRow[] rows = [.. Rows(9, 10), .. Rows(10, 10).TakeLast(10).Take(1)];
        StudySplit split = StudySplit.Of(rows);
        Assert.Empty(split.Fitted.Intersect(split.HeldOut));
        Assert.Equal(10, split.Fitted.Count + split.HeldOut.Count);
    }

    [Fact]
    public void OfOneDayNothingIsJudged() => Assert.Empty(StudySplit.Of(Rows(1, 10)).HeldOut);

    private static StudyRow[] Rows(int days, int each) => [.. Enumerable.Range(0, days).SelectMany(d => Enumerable.Range(0, each).Select(i => new StudyRow
    {
        File = "x", Line = 1, Post = "p", Side = "CR", Role = SideRole.Exit, Direction = Direction.N2S, Operation = Operation.Export, Stamps = new RowStamps([Monday.AddDays(d).AddMinutes(i)], Monday.Offset),
    }))];
}
