using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using CorridorTwin.Dashboard.Runs;
using CorridorTwin.Twin.Forecasts;

namespace CorridorTwin.Dashboard.Pages.Live;

/// <summary>Tells an open page how the corridor goes on. The page is whole without it: it shows how things stood when it was asked for.</summary>
internal static class LiveEvents
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>How old a picture in which nothing changed may become: it says how long ago each source was heard.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(10);

    /// <summary>Parts of the page, each rendered again when it has something new to say.</summary>
    /// <param name="context">Request.</param>
    /// <param name="room">Works out what there is to say.</param>
    /// <param name="query">What the page shows.</param>
    /// <param name="gone">The reader has gone, or the program ends.</param>
    public static async IAsyncEnumerable<SseItem<string>> Follow(HttpContext context, NowRoom room, LiveQuery query, [EnumeratorCancellation] CancellationToken gone)
    {
        Now? told = null;
        Answer<Forecast>? ahead = null;
        Answer<Fork>? tried = null;
        while (!gone.IsCancellationRequested)
        {
            Now now = await room.Ask();
            Spot at = query.At(now);
            bool first = now.State is not null && told is { State: null };
            if (told is null || now.Version != told.Version || now.Standing != told.Standing || now.Asked - told.Asked > Oldest)
            {
                // What the page shows besides has no place on a page that was empty.
                yield return new SseItem<string>(first ? "" : await Fragments.Render<NowPart>(context, new() { ["Now"] = now, ["At"] = at }), first ? "again" : "now");
                told = now;
            }
            if (now.State is not null)
            {
                Answer<Forecast> there = Answer<Forecast>.Of(room.Ahead(query.Request));
                if (there != ahead && there != new Answer<Forecast>(null, null))
                    yield return new SseItem<string>(await Fragments.Render<AheadPart>(context, new() { ["Corridor"] = now.Corridor, ["Ahead"] = ahead = there, ["At"] = at }), "ahead");
                if (query.Change is { } change)
                {
                    Answer<Fork> answer = Answer<Fork>.Of(room.Try(query.Address(""), query.Request, change));
                    if (answer != tried && answer != new Answer<Fork>(null, null))
                        yield return new SseItem<string>(await Fragments.Render<ForkPart>(context, new() { ["Corridor"] = now.Corridor, ["Tried"] = tried = answer }), "fork");
                }
            }
            try
            {
                await Task.Delay(Beat, gone);
            }
            catch (OperationCanceledException)
            {
                yield break;
            }
        }
    }
}
