using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Twin.Grains;

namespace CorridorTwin.Twin.Tests.Grains;

/// <summary>What follows from readings of which some are missing, come twice or make no sense.</summary>
public class LegTests
{
    private static readonly Place Side = new("upper", "GT", Direction.N2S, null, null);
    private static ulong next = 1;

    private static Place At(string stage, string? lane = null) => Side with { Stage = stage, Lane = lane ?? stage };

    private static Reading R(long t, Place place, ReadingKind kind, Reason reason = Reason.None, bool joint = false) => new(t, next++, place, Facts.None, kind, reason, Joint: joint);

    private static Leg Of(params Reading[] readings) => Leg.Of([.. readings.Order()]);

    [Fact]
    public void A_full_passage()
    {
        Leg leg = Of(R(0, Side, ReadingKind.QueueEnter), R(0, At("gate"), ReadingKind.LaneEnter), R(10, Side, ReadingKind.PostArrive), R(10, At("gate"), ReadingKind.WorkStart), R(20, At("gate"), ReadingKind.WorkEnd), R(20, Side, ReadingKind.PostExit));
        Assert.Equal((Phase.Left, 20L, 0, 0), (leg.Phase, leg.Since, leg.Missed, leg.Contradicted));
        Assert.Equal([0, 10, -1, -1, -1, -1, -1, -1, 20], leg.Stamps);
    }

    [Fact]
    public void What_begins_ends_what_went_before_unseen()
    {
        Leg leg = Of(R(0, Side, ReadingKind.QueueEnter), R(0, At("gate"), ReadingKind.LaneEnter), R(30, At("customs"), ReadingKind.LaneEnter));
        Assert.Equal((Phase.Inside, "customs", Doing.Queued, 1), (leg.Phase, leg.Activities.Single().Place.Stage, leg.Activities.Single().Doing, leg.Missed));
    }

    [Fact]
    public void An_end_without_its_start_was_a_service()
    {
        Leg leg = Of(R(0, Side, ReadingKind.QueueEnter), R(0, At("gate"), ReadingKind.LaneEnter), R(30, At("gate"), ReadingKind.WorkEnd));
        Assert.Equal((Phase.Inside, 0, 1, "gate"), (leg.Phase, leg.Activities.Count, leg.Missed, leg.Done!.Stage));
    }

    [Fact]
    public void In_a_joint_inspection_two_things_are_done_at_once()
    {
        Leg leg = Of(R(0, At("inspection"), ReadingKind.LaneEnter, joint: true), R(0, At("sps-inspection"), ReadingKind.LaneEnter, joint: true), R(5, At("inspection"), ReadingKind.WorkStart, joint: true));
        Assert.Equal([("inspection", Doing.Served), ("sps-inspection", Doing.Queued)], leg.Activities.Select(a => (a.Place.Stage!, a.Doing)).Order());
        Assert.Equal(0, leg.Missed);
    }

    [Fact]
    public void Of_near_duplicates_the_earliest_arrival_and_the_latest_exit_count()
    {
        Leg leg = Of(R(0, Side, ReadingKind.PostArrive), R(30_000, Side, ReadingKind.PostArrive), R(100_000, Side, ReadingKind.PostExit), R(130_000, Side, ReadingKind.PostExit));
        Assert.Equal((0L, 130_000L, 2), (leg.Stamps[1], leg.Stamps[8], leg.Repeated));
    }

    [Fact]
    public void Who_comes_again_later_is_on_a_new_passage_and_what_comes_after_an_exit_fits_nothing()
    {
        Leg again = Of(R(0, Side, ReadingKind.QueueEnter), R(10, Side, ReadingKind.PostExit), R(90_000, Side, ReadingKind.QueueEnter));
        Assert.Equal((Phase.Queue, 90_000L, -1L), (again.Phase, again.Stamps[0], again.Stamps[8]));
        Leg late = Of(R(0, Side, ReadingKind.QueueEnter), R(10, Side, ReadingKind.PostExit), R(90_000, At("customs"), ReadingKind.WorkStart));
        Assert.Equal((Phase.Left, 1), (late.Phase, late.Contradicted));
    }

    [Fact]
    public void Past_the_last_check_a_truck_has_left_though_its_exit_was_not_read()
    {
        Leg leg = Of(R(0, Side, ReadingKind.QueueEnter), R(50, At("exit"), ReadingKind.WorkStart), R(60, At("exit"), ReadingKind.WorkEnd));
        Assert.Equal((Phase.Left, 60L, -1L), (leg.Phase, leg.Since, leg.Stamps[8]));
        Leg read = Of(R(0, Side, ReadingKind.QueueEnter), R(50, At("exit"), ReadingKind.WorkStart), R(60, At("exit"), ReadingKind.WorkEnd), R(60, Side, ReadingKind.PostExit));
        Assert.Equal((Phase.Left, 60L, 60L, 0), (read.Phase, read.Since, read.Stamps[8], read.Repeated));
    }

    [Fact]
    public void Who_waits_for_its_declaration_or_has_been_released_is_inside()
    {
        Assert.Equal(Phase.Inside, Of(R(5, Side, ReadingKind.HoldStart, Reason.Documents)).Phase);
        Assert.Equal(Phase.Inside, Of(R(5, Side, ReadingKind.Release)).Phase);
    }

    [Fact]
    public void An_exit_without_an_arrival_is_open_to_the_left() => Assert.True(Of(R(10, Side, ReadingKind.PostExit)).OpenLeft);
}
