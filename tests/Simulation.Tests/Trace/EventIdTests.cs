using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Simulation.Tests.Trace;

public class EventIdTests
{
    private static BorderEvent Event { get; } = new()
    {
        Type = BorderEventTypes.PostArrive, T = new DateTimeOffset(2024, 2, 5, 8, 0, 0, TimeSpan.FromHours(-5)), Post = "paso-canoas", Side = "PA", Unit = "T1",
    };

    [Fact]
    public void The_id_is_the_hash_of_the_canonical_line()
    {
        using var json = new BorderEventJson();
        byte[] canonical = json.Canonical(Event).ToArray();
        Assert.Equal("""{"type":"post.arrive","t":"2024-02-05T13:00:00.000+00:00","post":"paso-canoas","side":"PA","unit":"T1","src":"SIM","conf":1}""", System.Text.Encoding.UTF8.GetString(canonical));
        // Computed apart, with sha256sum over the bytes above.
        Assert.Equal("sha-256:c7f6fc53efc26d05abec204487e75929844c35e488cc829d35724e4271337378", EventId.Of(Event));
        Assert.True(EventId.IsOfContent(EventId.Of(Event)));
        Assert.False(EventId.IsOfContent("a-1"));
        Assert.False(EventId.IsOfContent(EventId.Prefix + new string('z', 64)));
    }

    [Fact]
    public void Record_time_own_id_offset_and_order_of_unknown_fields_do_not_matter_everything_else_does()
    {
        string id = EventId.Of(Event);
        Assert.Equal(id, EventId.Of(Event with { Id = "x", Rec = Event.T.AddHours(1) }));
        Assert.Equal(id, EventId.Of(Event with { T = Event.T.ToOffset(TimeSpan.FromHours(-6)) }));
        Assert.Equal(
            EventId.Of(Event with { Ext = new EventExtras { Other = """{"a":1,"b":2}""" } }),
            EventId.Of(Event with { Ext = new EventExtras { Other = """{"b":2,"a":1}""" } }));
        BorderEvent[] others =
        [
            Event with { T = Event.T.AddMilliseconds(1) }, Event with { Type = BorderEventTypes.PostExit }, Event with { Unit = "T2" }, Event with { Conf = 0.9 },
            Event with { Src = EventSource.Lpr }, Event with { Corrects = ["a"] }, Event with { Ext = new EventExtras { Priority = 1 } },
        ];
        Assert.Equal(others.Length, others.Select(EventId.Of).Where(i => i != id).Distinct().Count());
    }
}
