using CorridorTwin.Twin.Grains;
using CorridorTwin.Twin.Hosting;

namespace CorridorTwin.Twin.Tests.Hosting;

/// <summary>The in-process host: the suite every host passes, and what is its own.</summary>
public class LocalGrainHostTests : HostConformance
{
    protected override IGrainHost Host(IGrainStore store) => new LocalGrainHost(store);

    [Fact]
    public async Task Senders_wait_while_too_much_is_under_way()
    {
        var type = new Counting { Pause = TimeSpan.FromMilliseconds(1) };
        await using var host = new LocalGrainHost(new MemoryGrainStore(), new HostOptions { Capacity = 10 }, [type]);
        int told = 0;
        Task sender = Task.Run(async () =>
        {
            for (int i = 0; i < 300; i++)
            {
                await host.TellAsync(new GrainId("counting", "1"), new Woken(i));
                Interlocked.Increment(ref told);
            }
        });
        int ahead = 0;
        while (!sender.IsCompleted)
        {
            ahead = Math.Max(ahead, Volatile.Read(ref told) - (int)type.Taken);
            await Task.Delay(1);
        }
        await host.DrainAsync();
        Assert.Equal(300, type.Taken);
        // What waits, what was taken out to be delivered, and one on its way.
        Assert.InRange(ahead, 1, 2 * 10 + 2);
    }

    [Fact]
    public async Task A_message_that_a_grain_cannot_take_harms_nobody()
    {
        var type = new Counting { FailsAt = 3 };
        await using var host = new LocalGrainHost(new MemoryGrainStore(), null, [type]);
        for (int i = 0; i < 6; i++) await host.TellAsync(new GrainId("counting", "1"), new Woken(i));
        Assert.Equal("5", await host.AskAsync<string>(new GrainId("counting", "1")));
        Assert.Equal(1, host.Counts.Faults);
    }

    [Fact]
    public async Task One_turn_takes_what_has_come_since_the_last()
    {
        var type = new Counting();
        await using var host = new LocalGrainHost(new MemoryGrainStore(), new HostOptions { TurnLength = 100 }, [type]);
        host.TellAll([.. Enumerable.Range(0, 1000).Select(i => (new GrainId("counting", "1"), (GrainMessage)new Woken(i)))]);
        await host.DrainAsync();
        Assert.Equal((1000, 10), (host.Counts.Steps, host.Counts.Turns));
    }

    [Fact]
    public async Task Idle_grains_leave_memory_once_they_are_kept()
    {
        var store = new MemoryGrainStore();
        await using var host = new LocalGrainHost(store, new HostOptions { IdleAfter = 1000 }, [new Counting()]);
        for (int i = 0; i < 50; i++) await host.TellAsync(new GrainId("counting", $"{i}"), new Woken(i));
        await host.AdvanceAsync(2000);
        Assert.Equal(50, host.Resident);
        await host.FlushAsync(1);
        Assert.Equal(0, host.Resident);
        await host.TellAsync(new GrainId("counting", "7"), new Woken(0));
        Assert.Equal("2", await host.AskAsync<string>(new GrainId("counting", "7")));
        Assert.Equal(1, host.Resident);
    }

    /// <summary>A grain whose state is how many messages it has taken.</summary>
    private sealed class Counting : GrainType
    {
        public long Taken;
        public TimeSpan Pause;
        public int FailsAt = -1;
        public override string Kind => "counting";
        public override object Initial(string key) => "0";
        public override object Settle(object state, Effects effects) => state;
        public override void Resume(object state, Effects effects) { }
        public override bool IsEmpty(object state) => false;
        public override byte[] Write(object state) => System.Text.Encoding.UTF8.GetBytes((string)state);
        public override object Read(byte[] kept) => System.Text.Encoding.UTF8.GetString(kept);

        public override object Step(object state, GrainMessage message, long now, Effects effects)
        {
            if (Interlocked.Increment(ref Taken) == FailsAt) throw new InvalidOperationException("no");
            if (Pause > TimeSpan.Zero) Thread.Sleep(Pause);
            return $"{int.Parse((string)state) + 1}";
        }
    }
}
